package dev.rampart.ops.chaos;

import dev.rampart.ops.broker.BrokerCluster;
import dev.rampart.ops.broker.BrokerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** What is done to the brokers. Confined to one thread. */
final class BrokerFaults {
  private static final Duration LEVEL_LIMIT = Duration.ofMinutes(2);

  private final BrokerCluster cluster;

  BrokerFaults(BrokerCluster cluster) {
    this.cluster = cluster;
  }

  /** Waits until no copy of anything is behind: a second loss at once may stop what it hits. */
  void awaitLevel() throws ExecutionException, InterruptedException {
    cluster.awaitLevel(LEVEL_LIMIT);
  }

  Struck kill(int index) throws IOException, InterruptedException {
    return killed(cluster.brokers().get(index));
  }

  Struck killController() throws IOException, InterruptedException, ExecutionException {
    return killed(cluster.controller());
  }

  private static Struck killed(BrokerProcess broker) throws IOException, InterruptedException {
    broker.restart();
    return Struck.at("broker-" + broker.id());
  }

  Struck pause(int index, Duration length) throws IOException, InterruptedException {
    BrokerProcess broker = cluster.brokers().get(index);
    broker.pause(length);
    return Struck.at("broker-" + broker.id());
  }

  Struck rollAll() throws IOException, InterruptedException, ExecutionException {
    for (BrokerProcess broker : cluster.brokers()) {
      broker.stop();
      broker.restart();
      awaitLevel();
    }
    return Struck.at("every broker");
  }
}
