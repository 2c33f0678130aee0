package dev.rampart.topology.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.topology.StreamsTuning;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
  private static final StreamsTuning ADAPTIVE =
      StreamsTuning.defaults().withCommitIntervals(Duration.ofMillis(30), Duration.ofMillis(500));
  private static final long NOW = 1_000_000_000_000L;
  private static final long OLD = NOW - CommitPace.BACKLOG_AGE.toMillis() - 1;

  private final MockProcessorContext<Void, Void> context = contextAt(NOW);
  private final MockProcessorContext<Void, Void> neighbour = contextAt(NOW);
  private final CommitPace.Turn turn = new CommitPace.Turn();
  private final CommitPace pace = new CommitPace(context, ADAPTIVE, turn);
  private final CommitPace beside = new CommitPace(neighbour, ADAPTIVE, turn);

  @Test
  void shouldAskAtOnceForTheFirstFreshRecord() {
    pace.sees(NOW - 5);
    assertThat(context.committed()).isTrue();
  }

  @Test
  void shouldLeaveABacklogToTheLongerInterval() {
    pace.sees(OLD);
    assertThat(context.committed()).isFalse();
    assertThat(context.scheduledPunctuators()).isEmpty();
  }

  @Test
  void shouldAskAgainOnlyWhenTheIntervalHasPassed() {
    pace.sees(NOW);
    context.resetCommit();
    context.setCurrentSystemTimeMs(NOW + 10);
    pace.sees(NOW + 10);
    pace.sees(NOW + 11);

    assertThat(context.committed()).isFalse();
    CapturedPunctuator turn = onlyPunctuator(context);
    assertThat(turn.getInterval()).isEqualTo(Duration.ofMillis(20));
    turn.getPunctuator().punctuate(NOW + 30);
    assertThat(context.committed()).isTrue();
    assertThat(turn.cancelled()).isTrue();
  }

  @Test
  void shouldShareOneTurnAmongTheTasksOfAThread() {
    pace.sees(NOW);
    neighbour.setCurrentSystemTimeMs(NOW + 10);
    beside.sees(NOW + 10);
    context.setCurrentSystemTimeMs(NOW + 12);
    pace.sees(NOW + 12);

    assertThat(neighbour.committed()).isFalse();
    assertThat(neighbour.scheduledPunctuators()).hasSize(1);
    assertThat(context.scheduledPunctuators()).isEmpty();
  }

  @Test
  void shouldPassTheTurnOnWhenItsTaskIsClosed() {
    pace.sees(NOW);
    context.setCurrentSystemTimeMs(NOW + 10);
    pace.sees(NOW + 10);
    pace.release();
    neighbour.setCurrentSystemTimeMs(NOW + 31);
    beside.sees(NOW + 31);

    assertThat(onlyPunctuator(context).cancelled()).isTrue();
    assertThat(neighbour.committed()).isTrue();
  }

  @Test
  void shouldGoOnAskingWhenTheClockIsSetBack() {
    pace.sees(NOW);
    context.setCurrentSystemTimeMs(NOW + 10);
    pace.sees(NOW + 10);
    context.resetCommit();
    long anHourBefore = NOW - Duration.ofHours(1).toMillis();
    context.setCurrentSystemTimeMs(anHourBefore);
    pace.sees(NOW + 20);

    assertThat(context.committed()).isTrue();
  }

  @Test
  void shouldAskForNothingWhereBothIntervalsAreTheSame() {
    CommitPace steady = new CommitPace(context, StreamsTuning.defaults());
    steady.sees(NOW);
    assertThat(context.committed()).isFalse();
  }

  private static CapturedPunctuator onlyPunctuator(MockProcessorContext<Void, Void> context) {
    List<CapturedPunctuator> all = context.scheduledPunctuators();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static MockProcessorContext<Void, Void> contextAt(long now) {
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    context.setCurrentSystemTimeMs(now);
    return context;
  }
}
