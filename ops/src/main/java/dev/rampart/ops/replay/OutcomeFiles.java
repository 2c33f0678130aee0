package dev.rampart.ops.replay;

import dev.rampart.ops.summary.OutcomeListener;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.json.AvroJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes decisions and actions as JSON lines, in the order in which they are read, and tells
 * another listener. Confined to one thread.
 */
public final class OutcomeFiles implements OutcomeListener, AutoCloseable {
  private final OutcomeListener next;
  private final List<String> featureNames;
  private final Writer decisions;
  private final Writer actions;

  /**
   * Opens the files; what was in them is gone.
   *
   * @param next is told of everything as well
   * @param featureNames names of the features, in the catalogue's order
   * @param decisions file for decisions; none when empty
   * @param actions file for actions; none when empty
   */
  public OutcomeFiles(
      OutcomeListener next,
      List<String> featureNames,
      Optional<Path> decisions,
      Optional<Path> actions)
      throws IOException {
    this.next = next;
    this.featureNames = List.copyOf(featureNames);
    this.decisions = open(decisions);
    this.actions = open(actions);
  }

  @Override
  public void onDecision(Decision decision, long latencyMillis) {
    write(decisions, AvroJson.decision(decision, featureNames));
    next.onDecision(decision, latencyMillis);
  }

  @Override
  public void onAction(EnforcementAction action) {
    write(actions, AvroJson.line(action));
    next.onAction(action);
  }

  @Override
  public void onReview(ReviewItem item) {
    next.onReview(item);
  }

  @Override
  public void onDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
    next.onDeadLetter(letter);
  }

  @Override
  public void close() throws IOException {
    try (decisions) {
      actions.close();
    }
  }

  private static Writer open(Optional<Path> file) throws IOException {
    return file.isPresent() ? Files.newBufferedWriter(file.get()) : Writer.nullWriter();
  }

  private static void write(Writer file, String line) {
    try {
      file.write(line);
      file.write('\n');
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
