package dev.rampart.peers;

import dev.rampart.classifiers.Priority;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.topology.decide.ScoreVector;
import dev.rampart.topology.event.MessageInput;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Asks all models in batches, through the same engine as Rampart, without holding the operator up.
 */
final class Scores extends RichAsyncFunction<Event, Event> {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final String bootstrap;
  private transient Shared shared;
  private transient ScoreVector vector;
  private transient BlockingQueue<Asked> asked;
  private transient Thread answering;

  private record Asked(Event event, ScoringTicket ticket, ResultFuture<Event> answer) {}

  Scores(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  @Override
  public void open(OpenContext context) {
    shared = Shared.of(bootstrap);
    vector = new ScoreVector(shared.parts.scoreNames());
    asked = new LinkedBlockingQueue<>();
    answering = new Thread(this::answer, "scores");
    answering.setDaemon(true);
    answering.start();
  }

  @Override
  public void asyncInvoke(Event event, ResultFuture<Event> answer) {
    MessageInput message = shared.message(event);
    ScoringRequest request =
        new ScoringRequest(
            message.message().getContent(), event.account, event.features, Priority.NORMAL);
    asked.add(new Asked(event, shared.parts.scorer().submit(request), answer));
  }

  /** Results leave in input order, so waiting for the oldest loses nothing. */
  private void answer() {
    try {
      while (true) {
        Asked oldest = asked.take();
        if (oldest.ticket().await(LIMIT)) {
          oldest.event().scores = vector.of(oldest.ticket().scores());
          oldest.answer().complete(Collections.singleton(oldest.event()));
        } else {
          oldest.answer().completeExceptionally(new IllegalStateException("no scores in time"));
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (answering != null) {
      answering.interrupt();
    }
  }
}
