package dev.rampart.ops.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LagBehaviourTest {
  private static LagBehaviour of(long[] committed, long[] ends) {
    return LagBehaviour.of(
        IntStream.range(0, committed.length)
            .mapToObj(i -> new LagSample(committed[i], ends[i]))
            .toList());
  }

  private static LagBehaviour ofLags(long speed, long... lags) {
    long[] committed = LongStream.range(0, lags.length).map(i -> i * speed).toArray();
    long[] ends = IntStream.range(0, lags.length).mapToLong(i -> committed[i] + lags[i]).toArray();
    return of(committed, ends);
  }

  @Test
  void shouldSayNothingBadOfAnIdlePartition() {
    assertThat(ofLags(0, 0, 0, 0, 0, 0)).isEqualTo(LagBehaviour.OK);
  }

  @Test
  void shouldNotTakeTheMarkOfATransactionForWork() {
    assertThat(ofLags(0, 1, 1, 1, 1, 1)).isEqualTo(LagBehaviour.OK);
  }

  @Test
  void shouldSayNothingBadOfALargeLagThatShrinksOrStays() {
    assertThat(ofLags(100, 90_000, 80_000, 70_000, 60_000)).isEqualTo(LagBehaviour.OK);
    assertThat(ofLags(100, 50_000, 50_000, 50_000, 50_000)).isEqualTo(LagBehaviour.OK);
  }

  @Test
  void shouldNotTakeTheNoiseOfCommitsForFallingBehind() {
    assertThat(ofLags(2_500, 40, 65, 30, 90, 120, 95)).isEqualTo(LagBehaviour.OK);
  }

  @Test
  void shouldNotTakeOneBurstForFallingBehind() {
    assertThat(ofLags(1_000, 0, 0, 30_000, 20_000, 5_000, 0)).isEqualTo(LagBehaviour.OK);
  }

  @Test
  void shouldSayThatALagThatGrowsOverTheWindowFallsBehind() {
    assertThat(ofLags(1_000, 0, 2_000, 4_000, 6_000, 8_000, 10_000))
        .isEqualTo(LagBehaviour.FALLING_BEHIND);
  }

  @Test
  void shouldSayThatAPartitionIsStalledOnWhichNothingIsCommitted() {
    assertThat(ofLags(0, 7, 7, 7, 7)).isEqualTo(LagBehaviour.STALLED);
    assertThat(ofLags(0, 7, 500, 900, 4_000)).isEqualTo(LagBehaviour.STALLED);
  }

  @Test
  void shouldNotSayStalledWhereThereWasNothingToReadInBetween() {
    assertThat(ofLags(0, 0, 7, 7, 7)).isNotEqualTo(LagBehaviour.STALLED);
  }

  @Test
  void shouldNotSayStalledWhereTheGroupWasSetBack() {
    assertThat(of(new long[] {900, 900, 100, 100}, new long[] {1_000, 1_000, 1_000, 1_000}))
        .isNotEqualTo(LagBehaviour.STALLED);
  }

  @Test
  void shouldWaitForEnoughSamples() {
    assertThat(ofLags(0, 7, 7, 7)).isEqualTo(LagBehaviour.OK);
  }

  @Test
  void shouldCallARecoveryFineAsSoonAsItIsOne() {
    List<LagSample> story = new ArrayList<>();
    IntStream.range(0, 12).forEach(i -> story.add(new LagSample(100, 102 + i * 1_000L)));
    assertThat(LagBehaviour.of(story)).isEqualTo(LagBehaviour.STALLED);
    List<LagSample> after = new ArrayList<>(story.subList(6, 12));
    IntStream.range(0, 6)
        .forEach(i -> after.add(new LagSample(2_000 + i * 3_000L, 12_000 + i * 1_000L)));
    assertThat(LagBehaviour.of(after)).isEqualTo(LagBehaviour.OK);
  }

  @Test
  void shouldForgetPartitionsThatAreGoneAndKeepTheLastSamplesOnly() {
    LagHistory history = new LagHistory();
    TopicPartition gone = new TopicPartition("messages", 0);
    TopicPartition stays = new TopicPartition("messages", 1);
    history.add(Map.of(gone, new LagSample(0, 5), stays, new LagSample(0, 5)));
    for (int i = 0; i < 2 * LagHistory.WINDOW; i++) {
      history.add(Map.of(stays, new LagSample(i, i)));
    }

    assertThat(history.lags())
        .containsExactly(new PartitionLag("messages", 1, 23, 23, 0, LagBehaviour.OK));
  }
}
