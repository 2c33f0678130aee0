package dev.rampart.classifiers;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.engine.Deck;
import dev.rampart.classifiers.repository.ModelSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * Serves the models of a repository to any number of threads. A free worker takes what waits, up to
 * a batch; while all are busy the batches grow. The same request gets the same scores, to 1e-5,
 * whatever batch it rides in.
 */
public final class ScoringEngine implements Scorer {
  private final Deck deck;

  private ScoringEngine(Deck deck) {
    this.deck = deck;
  }

  /**
   * Loads, verifies and warms up the models, then starts the workers.
   *
   * @throws dev.rampart.classifiers.manifest.ModelRefusedException when a model cannot be served;
   *     nothing is left open then
   */
  public static ScoringEngine start(
      ModelSource source, EngineSettings settings, MeterRegistry registry) {
    Deck deck = new Deck(source, settings, registry);
    List<Assignment> wanted =
        settings.assignments().isEmpty()
            ? source.newest().stream().map(Assignment::live).toList()
            : settings.assignments();
    try {
      deck.swap(wanted);
    } catch (RuntimeException e) {
      deck.close();
      throw e;
    }
    return new ScoringEngine(deck);
  }

  @Override
  public ScoringTicket submit(ScoringRequest request) {
    return deck.submit(request);
  }

  /** Nothing is left to hint at: a submission has woken an idle worker itself. */
  @Override
  public void flush() {}

  @Override
  public List<ServedModel> models() {
    return deck.models();
  }

  @Override
  public List<String> concerns() {
    return deck.concerns();
  }

  /**
   * Serves these versions from now on. What was submitted before is scored by the versions of then;
   * those that are no longer served are unloaded when their last request is answered.
   *
   * @throws dev.rampart.classifiers.manifest.ModelRefusedException when one cannot be served; then
   *     the versions of before go on
   */
  public void swap(List<Assignment> wanted) {
    deck.swap(wanted);
  }

  @Override
  public void close() {
    deck.close();
  }
}
