package dev.rampart.ops.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.CommandLineRun;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionsCheckCommandTest {
  @TempDir private Path folder;

  /** Writes down what it is told; one that forgets also does everything twice. */
  private record Diary(Path file, boolean forgets) implements ModerationConsumer.Platform {
    @Override
    public void enforce(EnforcementAction action) {
      write(action.getActionId(), "done");
      if (forgets) {
        write(action.getActionId(), "done");
      }
    }

    @Override
    public void takeBack(UUID actionId) {
      write(actionId, "reversed");
    }

    private void write(UUID actionId, String effect) {
      try {
        Files.writeString(
            file,
            "{\"action_id\": \"%s\", \"effect\": \"%s\"}%n".formatted(actionId, effect),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void shouldPassTheWorkedConsumerAndFailOneThatDoesThingsTwice() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      CommandLineRun good = check(broker, "good.", false);
      assertThat(good.status()).as(good.out() + good.err()).isZero();

      CommandLineRun bad = check(broker, "bad.", true);
      assertThat(bad.status()).isEqualTo(1);
      assertThat(bad.out()).contains("an action that comes twice is done once");
    }
  }

  @Test
  void shouldRefuseToPlayOnTheTopicsOfProduction() {
    CommandLineRun run =
        CommandLineRun.of(new Main(), "actions", "check", "--effects", "effects.jsonl");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--prefix: found rampart.");
  }

  private CommandLineRun check(EmbeddedBroker broker, String prefix, boolean forgets)
      throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    Topics topics = new Topics(prefix);
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(prefix), 1, (short) 1);
    }
    Path file = folder.resolve(prefix + "jsonl");
    try (SchemaRegistry registry =
            KafkaSchemaRegistry.open(client, topics.schemas(), (short) 1, Duration.ofSeconds(20));
        ModerationConsumer consumer =
            new ModerationConsumer(
                client,
                topics.userActions().name(),
                AvroSerde.of(
                        EnforcementAction.class, registry, topics.userActions().schemaSubject())
                    .deserializer(),
                new Diary(file, forgets))) {
      CompletableFuture<CommandLineRun> check =
          CompletableFuture.supplyAsync(
              () ->
                  CommandLineRun.of(
                      new Main(),
                      "actions",
                      "check",
                      "--bootstrap",
                      broker.bootstrap(),
                      "--prefix",
                      prefix,
                      "--effects",
                      file.toString()));
      while (!check.isDone()) {
        consumer.poll();
      }
      return check.get();
    }
  }
}
