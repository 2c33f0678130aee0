package dev.rampart.ops.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log's promise on a real broker, with a writer that is killed with SIGKILL again and again.
 */
class LoggedOnceTest {
  private static final int DECISIONS = 6_000;
  private static final int KILLS = 3;

  @TempDir private Path folder;

  @Test
  void shouldLogEachCommittedDecisionOnceWhateverKillsTheWriter() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      produce(broker.bootstrap());
      Random random = new Random(7);
      for (int kill = 0; kill < KILLS; kill++) {
        killAfterProgress(broker.bootstrap(), random);
      }
      assertThat(LogFolder.segments(folder)).as("killed too early to show anything").isNotEmpty();
      Process last = child(broker.bootstrap(), "finish");
      assertThat(last.waitFor(90, TimeUnit.SECONDS)).isTrue();
      assertThat(last.exitValue()).isZero();
    }
    try (LogView log = LogView.open(folder, 1, 256)) {
      assertThat(log.strings("SELECT count(*) || ' ' || count(DISTINCT event_id) FROM log"))
          .containsExactly(DECISIONS + " " + DECISIONS);
    }
  }

  /** Kills the writer some moments after it has published another segment. */
  private void killAfterProgress(String bootstrap, Random random)
      throws IOException, InterruptedException {
    int before = LogFolder.segments(folder).size();
    Process child = child(bootstrap, "go on");
    long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (LogFolder.segments(folder).size() < before + 2 && System.nanoTime() < limit) {
      assertThat(child.isAlive()).isTrue();
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
    child.destroyForcibly().waitFor();
  }

  private Process child(String bootstrap, String how) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LogChild.class.getName(),
                bootstrap,
                folder.toString(),
                how))
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "child.txt"))
        .start();
  }

  /** Transactions, of which every third is aborted: what it held is no decision. */
  private static void produce(String bootstrap) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrap);
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(List.of(new NewTopic("decisions", 3, (short) 1))).all().get();
    }
    try (SchemaRegistry registry =
            KafkaSchemaRegistry.open(client, "schemas", (short) 1, Duration.ofSeconds(30));
        KafkaProducer<String, Decision> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "test"),
                new StringSerializer(),
                AvroSerde.of(Decision.class, registry, "decisions-value").serializer())) {
      producer.initTransactions();
      List<Decision> decisions = LoggedDecisions.messages(DECISIONS, 3);
      for (int first = 0; first < DECISIONS; first += 500) {
        List<Decision> batch = decisions.subList(first, Math.min(first + 500, DECISIONS));
        send(producer, batch.subList(0, 50));
        producer.abortTransaction();
        send(producer, batch);
        producer.commitTransaction();
      }
    }
  }

  private static void send(KafkaProducer<String, Decision> producer, List<Decision> decisions) {
    producer.beginTransaction();
    for (Decision decision : decisions) {
      var unused =
          producer.send(new ProducerRecord<>("decisions", decision.getAuthorId(), decision));
    }
    producer.flush();
  }
}
