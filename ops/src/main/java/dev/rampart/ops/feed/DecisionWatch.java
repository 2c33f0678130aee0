package dev.rampart.ops.feed;

import dev.rampart.schemas.Decision;
import java.util.concurrent.CompletableFuture;

/** Tells when an event is decided. Safe for use by many threads. */
public interface DecisionWatch {
  /**
   * Waits for the committed decision of an event; one that is in the window already is there at
   * once. Ask before the event is written, so that its decision cannot be missed.
   *
   * @return never completed where no decision comes: give it a time-out, or cancel it, and nothing
   *     of it is kept. What depends on it runs on the reader's thread and has to be quick
   */
  CompletableFuture<Decision> await(String eventId);
}
