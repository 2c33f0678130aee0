package dev.rampart.ops.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.CommandLineRun;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandTest {
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stop() throws IOException {
    broker.close();
  }

  @Test
  void shouldCreateWhatIsMissingOnceAndFindItInOrder() {
    CommandLineRun first = topics("create", "a.", "--partitions", "3");
    assertThat(first.out()).contains("a.messages", "a.dead-letters", "a.schemas");
    assertThat(first.status()).isZero();
    assertThat(topics("create", "a.").out()).contains("nothing to do");
    assertThat(topics("check", "a.").status()).isZero();
  }

  @Test
  void shouldKeepSightingsForAsLongAsAsked() throws Exception {
    assertThat(topics("create", "k.", "--sightings-kept", "PT6H").status()).isZero();
    assertThat(topics("create", "l.", "--sightings-kept", "PT1S").err())
        .contains("--sightings-kept: found PT1S, allowed is PT1H to P30D");
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "k.sightings");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      Config settings =
          Objects.requireNonNull(admin.describeConfigs(List.of(topic)).all().get().get(topic));
      assertThat(Objects.requireNonNull(settings.get("retention.ms")).value())
          .isEqualTo("21600000");
    }
  }

  @Test
  void shouldNameEveryMissingTopic() {
    CommandLineRun run = topics("check", "none.");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(TopicPlan.all("none.").size());
    assertThat(run.out()).contains("none.findings: does not exist");
  }

  @Test
  void shouldRefuseInputsWithDifferentPartitionCountsAndAMissingCompaction() {
    try (Cluster cluster = Cluster.connect(Map.of("bootstrap.servers", broker.bootstrap()))) {
      cluster.create(List.of(aligned("b.users")), 5, (short) 1);
      cluster.create(
          List.of(new TopicPlan("b.control", TopicPlan.Spread.FREE, false)), 2, (short) 1);
    }
    topics("create", "b.", "--partitions", "2");
    CommandLineRun run = topics("check", "b.");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines())
        .containsExactly(
            "b.control: has 2 partitions, must have 1",
            "b.control: cleanup.policy is 'delete', must be 'compact'",
            "these topics must have the same number of partitions: b.messages has 2, b.users has"
                + " 5, b.feedback has 2, b.findings has 2");
  }

  @Test
  void shouldSayWhichAddressDoesNotAnswer() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    CommandLineRun run =
        CommandLineRun.of(new Main(), "topics", "check", "--bootstrap", "127.0.0.1:" + closed);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("no Kafka broker answered at 127.0.0.1:" + closed);
  }

  @Test
  void shouldRefuseAnAddressThatIsNone() {
    CommandLineRun run = CommandLineRun.of(new Main(), "topics", "check", "--bootstrap", "here");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("cannot connect to Kafka at here");
  }

  @Test
  void shouldRefuseZeroPartitions() {
    CommandLineRun run = topics("create", "c.", "--partitions", "0");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--partitions: found 0, allowed is 1 or more");
  }

  @Test
  void shouldPassClientPropertiesOn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("client.properties");
    Files.writeString(file, "security.protocol=NONSENSE\n");
    CommandLineRun run = topics("check", "a.", "--client-properties", file.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("NONSENSE");
  }

  private static TopicPlan aligned(String name) {
    return new TopicPlan(name, TopicPlan.Spread.ALIGNED, false);
  }

  private static CommandLineRun topics(String command, String prefix, String... more) {
    String[] args =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "topics", command, "--bootstrap", broker.bootstrap(), "--prefix", prefix),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new);
    return CommandLineRun.of(new Main(), args);
  }
}
