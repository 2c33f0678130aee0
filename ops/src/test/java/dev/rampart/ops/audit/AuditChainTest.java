package dev.rampart.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.ops.http.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chain of the audit, written by those who really write it. */
class AuditChainTest {
  private static final int EACH = 15;

  @SuppressWarnings("NullAway.Init") // set before each test
  private AuditBroker broker;

  @BeforeEach
  void start() {
    broker = new AuditBroker();
  }

  @AfterEach
  void stop() throws IOException {
    broker.close();
  }

  @Test
  void shouldNotForkWhenTwoWriteAtTheSameTime() throws Exception {
    try (AuditLog one = broker.log();
        AuditLog two = broker.log()) {
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> write(one, "one"));
      CompletableFuture<Void> second = CompletableFuture.runAsync(() -> write(two, "two"));
      CompletableFuture.allOf(first, second).get(120, TimeUnit.SECONDS);
    }
    Verification found = broker.verify();
    assertThat(found.broken()).isEmpty();
    assertThat(found.forks()).isZero();
    assertThat(found.entries()).isEqualTo(2 * EACH);
  }

  private static void write(AuditLog log, String who) {
    for (int i = 0; i < EACH; i++) {
      log.write(by(who), Deed.of("test.do", "thing:" + i), Instant.EPOCH);
    }
  }

  @Test
  void shouldNotForkWhereATransactionOfThePipelineHidesTheLastEntry() throws Exception {
    try (KafkaProducer<String, byte[]> pipeline = broker.pipeline();
        AuditLog one = broker.log();
        AuditLog two = broker.log()) {
      one.write(by("one"), Deed.of("test.do", "thing:1"), Instant.EPOCH);
      pipeline.beginTransaction();
      var unused = pipeline.send(broker.erasure("ann")).get();
      one.write(by("one"), Deed.of("test.do", "thing:2"), Instant.EPOCH);
      CompletableFuture<Void> overtaking =
          CompletableFuture.runAsync(
              () -> two.write(by("two"), Deed.of("test.do", "thing:3"), Instant.EPOCH));
      Thread.sleep(500);
      pipeline.commitTransaction();
      overtaking.get(60, TimeUnit.SECONDS);
    }
    assertThat(broker.verify())
        .isEqualTo(new Verification(3, 1, 0, List.of(), 0, broker.verify().head(), true));
  }

  @Test
  void shouldCommitAChangeWithItsEntryOrNeitherOfThem() {
    try (AuditLog log = broker.log()) {
      assertThatThrownBy(() -> log.change(() -> refused(log))).hasMessage("not allowed");
      assertThat(broker.verify().entries()).isZero();
      Deed rehearsed = log.rehearse(() -> log.change(() -> done(log)));
      assertThat(rehearsed.operation()).isEqualTo("test.do");
      assertThat(broker.verify().entries()).isZero();
      assertThat(log.change(() -> done(log))).isEqualTo(rehearsed);
      assertThat(broker.verify().entries()).isOne();
    }
  }

  private static Deed done(AuditLog log) {
    Deed deed = Deed.of("test.do", "thing:1");
    log.write(by("one"), deed, Instant.EPOCH);
    log.apply(AuditBroker.TOPICS.control().name(), "key", null);
    return deed;
  }

  private static Deed refused(AuditLog log) {
    done(log);
    throw new IllegalArgumentException("not allowed");
  }

  @Test
  void shouldListTheNewestFirstPageByPage() {
    try (AuditLog log = broker.log();
        AuditArchive archive = broker.archive(AuditBroker.TOPICS)) {
      write(log, "one");
      log.write(by("two"), new Deed("test.do", "thing:1", Map.of("a", "b")), Instant.EPOCH);
      var all = new AuditArchive.Question(Optional.empty(), Optional.empty());
      Page<AuditItem> first = archive.page(all, OptionalLong.empty(), 2);
      assertThat(first.items())
          .extracting(AuditItem::entity)
          .containsExactly("thing:1", "thing:14");
      Page<AuditItem> second = archive.page(all, cursor(first), 1000);
      assertThat(second.items())
          .hasSize(EACH - 1)
          .first()
          .extracting(AuditItem::entity)
          .isEqualTo("thing:13");
      assertThat(second.next()).isNull();
      var twos = new AuditArchive.Question(Optional.of("thing:1"), Optional.of("two"));
      assertThat(archive.page(twos, OptionalLong.empty(), 10).items())
          .singleElement()
          .extracting(AuditItem::details)
          .isEqualTo(Map.of("a", "b"));
    }
  }

  private static OptionalLong cursor(Page<?> page) {
    return OptionalLong.of(Long.parseLong(String.valueOf(page.next())));
  }

  private static Signature by(String who) {
    return new Signature(who, "operator", "to see that it holds");
  }
}
