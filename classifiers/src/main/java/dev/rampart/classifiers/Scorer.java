package dev.rampart.classifiers;

import java.util.List;

/**
 * Scores requests. Safe for use by many threads; requests of one thread may be answered in any
 * order, and the tickets keep them apart. Nothing is lost: every ticket ends with a {@link Scored}
 * or a {@link Missing} for every model asked.
 */
public interface Scorer extends AutoCloseable {

  /**
   * Hands a request in and returns at once, except when the bounded queue is full: then it blocks
   * until there is room. After {@link #close()} the ticket comes back done, with every score
   * missing.
   */
  ScoringTicket submit(ScoringRequest request);

  /**
   * A hint that the caller is about to wait: whatever waits is started now. Harmless at any time
   * and any number of times.
   */
  void flush();

  /** The models that are served now, in the order of every ticket's scores. */
  List<ServedModel> models();

  /**
   * What an on-call engineer should know, a sentence each: a model that does not run where it is
   * wanted, that is not asked because it fails, that could not be loaded anew. Empty when all is
   * well.
   */
  default List<String> concerns() {
    return List.of();
  }

  /**
   * Stops taking requests, completes every ticket, then frees the models. A second call does
   * nothing.
   */
  @Override
  void close();
}
