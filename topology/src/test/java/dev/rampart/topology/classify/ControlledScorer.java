package dev.rampart.topology.classify;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.Scorer;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.ServedModel;
import java.util.ArrayList;
import java.util.List;

/** A scorer whose answers come when the test says so; the score is the length of the text. */
public final class ControlledScorer implements Scorer {
  public static final ServedModel MODEL =
      new ServedModel(new ModelId("length", "1"), List.of("characters"), ModelRole.LIVE);

  private final boolean answersAtOnce;
  private final List<Open> open = new ArrayList<>();
  private int flushes;

  private record Open(ScoringRequest request, ScoringTicket ticket) {}

  public ControlledScorer(boolean answersAtOnce) {
    this.answersAtOnce = answersAtOnce;
  }

  @Override
  public synchronized ScoringTicket submit(ScoringRequest request) {
    Open asked = new Open(request, new ScoringTicket(List.of(MODEL)));
    open.add(asked);
    if (answersAtOnce) {
      answerAll();
    }
    return asked.ticket();
  }

  /** Answers everything that was asked, the newest first. */
  public synchronized void answerAll() {
    for (int i = open.size() - 1; i >= 0; i--) {
      Open asked = open.get(i);
      asked.ticket().complete(0, new Scored(MODEL, new float[] {asked.request().text().length()}));
    }
    open.clear();
  }

  public synchronized int unanswered() {
    return open.size();
  }

  public synchronized int flushes() {
    return flushes;
  }

  @Override
  public synchronized void flush() {
    flushes++;
  }

  @Override
  public List<ServedModel> models() {
    return List.of(MODEL);
  }

  @Override
  public void close() {
    answerAll();
  }
}
