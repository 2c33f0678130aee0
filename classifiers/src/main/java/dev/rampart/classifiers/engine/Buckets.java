package dev.rampart.classifiers.engine;

import java.time.Duration;

/** Bounds of the histograms that dashboards and alerts read: few, so that series stay few. */
final class Buckets {
  /** Of times: 1 ms to 2 s, after which a request is given up. */
  static final Duration[] TIMES = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2)
  };

  /** Of batches: 1 to 256 messages. */
  static final double[] SIZES = {1, 4, 16, 32, 64, 128, 256};

  private Buckets() {}
}
