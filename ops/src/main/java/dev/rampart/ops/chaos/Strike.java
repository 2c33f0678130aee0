package dev.rampart.ops.chaos;

/** A way to hurt a running pipeline. */
enum Strike {
  /** SIGKILL: the instance is gone in the middle of whatever it did; then it is started again. */
  KILL,
  /** SIGTERM: the instance finishes, commits and leaves; then it is started again. */
  TERMINATE,
  /**
   * SIGSTOP for longer than the session lasts, then SIGCONT: a zombie that believes that it still
   * owns its partitions.
   */
  PAUSE,
  /** SIGKILL of the broker, and its restart on the same data. */
  BROKER
}
