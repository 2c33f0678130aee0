package dev.rampart.ops.deadletters;

import dev.rampart.ops.pipeline.GroupProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends letters again, in transactions of a bounded number, and waits a little until they are
 * processed. Read which letters were sent before only after this is there. Confined to one thread.
 */
final class Redriver implements AutoCloseable {
  /** Letters that one transaction sends. */
  private static final int BATCH = 500;

  private static final long LOOK_MILLIS = 50;

  private final LetterSender sender;
  private final GroupProgress progress;
  private final Duration settleLimit;

  Redriver(Map<String, Object> client, String applicationId, Duration settleLimit) {
    this.sender = new LetterSender(client, applicationId);
    this.progress = new GroupProgress(client, applicationId);
    this.settleLimit = settleLimit;
  }

  /**
   * Sends letters again.
   *
   * @return places of those that were sent: those that are on the topic still
   */
  List<LetterPlace> send(List<Letter> letters, LetterTopic topic)
      throws ExecutionException, InterruptedException {
    List<LetterPlace> places =
        letters.stream().map(Letter::place).sorted(Comparator.naturalOrder()).toList();
    List<LetterPlace> sent = new ArrayList<>();
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (int from = 0; from < places.size(); from += BATCH) {
      List<ConsumerRecord<byte[], byte[]>> batch =
          topic.at(places.subList(from, Math.min(places.size(), from + BATCH)));
      ends.putAll(sender.send(batch));
      batch.forEach(record -> sent.add(new LetterPlace(record.partition(), record.offset())));
    }
    settle(ends);
    return sent;
  }

  private void settle(Map<TopicPartition, Long> ends) throws InterruptedException {
    long limit = System.nanoTime() + settleLimit.toNanos();
    while (!progress.hasReached(ends) && System.nanoTime() < limit) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  @Override
  public void close() {
    progress.close();
    sender.close();
  }
}
