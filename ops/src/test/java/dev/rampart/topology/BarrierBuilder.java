package dev.rampart.topology;

import dev.rampart.topology.commit.CommitBarrier;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Registers the barrier that a test wants. */
public record BarrierBuilder(String name, Supplier<CommitBarrier> barriers)
    implements StoreBuilder<CommitBarrier> {
  @Override
  public StoreBuilder<CommitBarrier> withCachingEnabled() {
    return this;
  }

  @Override
  public StoreBuilder<CommitBarrier> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<CommitBarrier> withLoggingEnabled(Map<String, String> config) {
    return this;
  }

  @Override
  public StoreBuilder<CommitBarrier> withLoggingDisabled() {
    return this;
  }

  @Override
  public CommitBarrier build() {
    return barriers.get();
  }

  @Override
  public Map<String, String> logConfig() {
    return Map.of();
  }

  @Override
  public boolean loggingEnabled() {
    return false;
  }
}
