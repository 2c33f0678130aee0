package dev.rampart.ops.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RecentEvents recent = new RecentEvents(Duration.ofMinutes(1), nanos::get);
  private final List<CompletableFuture<RecordMetadata>> writes = new ArrayList<>();

  @Test
  void shouldLetARepeatWaitForTheFirstWrite() {
    CompletableFuture<RecordMetadata> first = arrive("one");
    assertThat(arrive("one")).isSameAs(first);
    assertThat(writes).hasSize(1);
    assertThat(arrive("two")).isNotSameAs(first);
  }

  @Test
  void shouldWriteAgainWhatCouldNotBeWritten() {
    CompletableFuture<RecordMetadata> first = arrive("one");
    writes.get(0).completeExceptionally(new IllegalStateException("no broker"));
    assertThat(first).isCompletedExceptionally();
    assertThat(arrive("one")).isNotDone();
    assertThat(writes).hasSize(2);
  }

  @Test
  void shouldForgetWhenTheTimeHasPassed() {
    CompletableFuture<RecordMetadata> first = arrive("one");
    nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    assertThat(arrive("one")).isNotSameAs(first);
  }

  private CompletableFuture<RecordMetadata> arrive(String eventId) {
    return recent.write(
        eventId,
        () -> {
          CompletableFuture<RecordMetadata> write = new CompletableFuture<>();
          writes.add(write);
          return write;
        });
  }
}
