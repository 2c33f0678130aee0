package dev.rampart.topology.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.ScoringTicket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class UnfinishedTest {
  private static final ClassifyLimits LIMITS =
      new ClassifyLimits(4, Duration.ofMillis(200), Duration.ofMillis(1));

  private final List<String> forwarded = new ArrayList<>();
  private final Unfinished<String> unfinished =
      new Unfinished<>(LIMITS, entry -> forwarded.add(entry.record()));

  @Test
  void shouldForwardInInputOrderWhenALaterRecordFinishesFirst() {
    ScoringTicket first = ticket();
    ScoringTicket second = ticket();
    unfinished.add("first", first);
    unfinished.add("second", second);

    answer(second);
    unfinished.forwardReady();
    assertThat(forwarded).isEmpty();

    answer(first);
    unfinished.forwardReady();
    assertThat(forwarded).containsExactly("first", "second");
  }

  @Test
  void shouldKeepTheOrderOfRecordsThatHaveNothingToScore() {
    ScoringTicket first = ticket();
    unfinished.add("message", first);
    unfinished.add("user event", null);
    assertThat(forwarded).isEmpty();

    answer(first);
    unfinished.finishAll();
    assertThat(forwarded).containsExactly("message", "user event");
  }

  @Test
  void shouldWaitForEverythingBeforeACommit() {
    ScoringTicket slow = ticket();
    unfinished.add("slow", slow);
    CompletableFuture<Void> device = CompletableFuture.runAsync(() -> answerAfter(slow, 20));

    unfinished.finishAll();

    assertThat(forwarded).containsExactly("slow");
    assertThat(unfinished.isEmpty()).isTrue();
    device.join();
  }

  @Test
  void shouldRefuseEveryLaterCommitOnceTheDrainLimitHasPassed() {
    ScoringTicket hung = ticket();
    unfinished.add("hung", hung);
    assertThatThrownBy(unfinished::finishAll).isInstanceOf(StreamsException.class);

    answer(hung);

    assertThatThrownBy(unfinished::finishAll).hasMessageContaining("earlier failure");
    assertThatThrownBy(unfinished::forwardReady).hasMessageContaining("earlier failure");
    assertThatThrownBy(() -> unfinished.add("next", null)).hasMessageContaining("earlier failure");
    assertThat(forwarded).isEmpty();
  }

  @Test
  void shouldRefuseEveryLaterCommitOnceForwardingHasFailed() {
    Unfinished<String> failing =
        new Unfinished<>(
            LIMITS,
            entry -> {
              throw new IllegalStateException("downstream");
            });
    assertThatThrownBy(() -> failing.add("record", null)).hasMessage("downstream");
    assertThatThrownBy(failing::finishAll).hasRootCauseMessage("downstream");
  }

  @Test
  void shouldHoldBackTheInputWhenTooMuchIsUnfinished() {
    List<ScoringTicket> tickets = List.of(ticket(), ticket(), ticket(), ticket());
    for (int i = 0; i < 3; i++) {
      unfinished.add("record " + i, tickets.get(i));
    }
    CompletableFuture<Void> device =
        CompletableFuture.runAsync(() -> answerAfter(tickets.get(0), 20));

    unfinished.add("record 3", tickets.get(3));

    assertThat(forwarded).containsExactly("record 0");
    device.join();
  }

  @Test
  void shouldStartAfreshAfterTheTaskWasClosed() {
    unfinished.add("lost with its transaction", ticket());
    assertThatThrownBy(unfinished::finishAll).isInstanceOf(StreamsException.class);

    unfinished.reset();
    unfinished.add("read again", null);

    assertThat(forwarded).containsExactly("read again");
  }

  private static ScoringTicket ticket() {
    return new ScoringTicket(List.of(ControlledScorer.MODEL));
  }

  private static void answer(ScoringTicket ticket) {
    ticket.complete(0, new Scored(ControlledScorer.MODEL, new float[] {1}));
  }

  private static void answerAfter(ScoringTicket ticket, long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    answer(ticket);
  }
}
