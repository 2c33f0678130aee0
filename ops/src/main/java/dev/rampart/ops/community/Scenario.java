package dev.rampart.ops.community;

/** Something that happens in the community over a while, one event at a time. */
interface Scenario {

  /** Whether all its events have happened. */
  boolean isOver();

  /** The next event; not called when it is over. */
  CommunityEvent next(Scene scene);
}
