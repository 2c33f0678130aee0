package dev.rampart.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An audit of four entries and two erasures, that somebody wrote again with a change. */
class TamperedAuditTest {
  private static final int SECOND_ENTRY = 1;
  private static final int FIRST_ERASURE = 2;
  private static final int LAST_ENTRY = 5;

  @SuppressWarnings("NullAway.Init") // set before each test
  private AuditBroker broker;

  @BeforeEach
  void start() throws Exception {
    broker = new AuditBroker();
    try (AuditLog log = broker.log();
        KafkaProducer<String, byte[]> pipeline = broker.pipeline()) {
      write(log, "one");
      write(log, "two");
      pipeline.beginTransaction();
      var first = pipeline.send(broker.erasure("ann"));
      var second = pipeline.send(broker.erasure("bob"));
      pipeline.commitTransaction();
      assertThat(first.isDone() && second.isDone()).isTrue();
      await().until(() -> broker.entries().size() == FIRST_ERASURE + 2);
      write(log, "three");
      write(log, "four");
    }
  }

  private static void write(AuditLog log, String entity) {
    Signature by = new Signature("ann", "operator", "because");
    log.write(by, Deed.of("test.do", "thing:" + entity), Instant.EPOCH);
  }

  @AfterEach
  void stop() throws IOException {
    broker.close();
  }

  @Test
  void shouldVerifyWhatNobodyTouched() {
    CommandLineRun run = run("rampart.");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("4 entries, 2 erasures (0 not sealed yet), 0 forks");
  }

  @Test
  void shouldShowThatAnEntryWasChanged() throws Exception {
    List<byte[]> entries = broker.entries();
    entries.set(SECOND_ENTRY, changed(entries.get(SECOND_ENTRY)));
    assertThat(forged(entries)).singleElement().asString().contains("is not the one before it");
  }

  @Test
  void shouldShowThatAnEntryWasTakenOut() throws Exception {
    List<byte[]> entries = broker.entries();
    entries.remove(SECOND_ENTRY);
    assertThat(forged(entries)).anyMatch(problem -> problem.contains("is not the one before it"));
  }

  @Test
  void shouldShowThatAnErasureWasTakenOut() throws Exception {
    List<byte[]> entries = broker.entries();
    entries.remove(FIRST_ERASURE);
    assertThat(forged(entries)).anyMatch(problem -> problem.contains("the erasures that it seals"));
  }

  @Test
  void shouldShowThatTwoEntriesNameTheSameOne() throws Exception {
    List<byte[]> entries = broker.entries();
    entries.add(changed(entries.get(LAST_ENTRY)));
    assertThat(forged(entries)).singleElement().asString().contains("names the same entry");
    CommandLineRun run = run("forged.");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("1 forks", "NOT as written");
  }

  private List<String> forged(List<byte[]> entries) throws Exception {
    broker.forge(entries);
    try (AuditArchive archive = broker.archive(AuditBroker.FORGED)) {
      Verification found = archive.verify();
      assertThat(found.verified()).isFalse();
      return found.broken();
    }
  }

  /** The same entry, of somebody else. */
  private static byte[] changed(byte[] entry) {
    String text = new String(entry, StandardCharsets.ISO_8859_1);
    return text.replace("ann", "bob").getBytes(StandardCharsets.ISO_8859_1);
  }

  private CommandLineRun run(String prefix) {
    List<String> arguments = new ArrayList<>(List.of("audit", "verify"));
    arguments.addAll(List.of("--bootstrap", broker.bootstrap(), "--prefix", prefix));
    return CommandLineRun.of(new Main(), arguments.toArray(String[]::new));
  }
}
