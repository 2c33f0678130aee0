package dev.rampart.topology.control;

import dev.rampart.schemas.ControlRecord;

/**
 * Keeps the facts of one kind in memory. Told by one thread, the global thread of Kafka Streams, in
 * the order of the topic, and again from the start when that thread is started anew: setting a fact
 * twice must do no harm. Whoever asks does so from other threads.
 */
public interface ControlListener {
  /** A fact was set, or set anew. Whether it has expired is the listener's business. */
  void set(ControlRecord fact);

  /**
   * A fact was taken away.
   *
   * @param entity what it was about, as {@code kind:id}
   */
  void clear(String entity);
}
