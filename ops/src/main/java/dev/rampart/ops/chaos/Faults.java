package dev.rampart.ops.chaos;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Does what an incident says. Confined to one thread. */
final class Faults {
  private final List<InstanceProcess> instances;
  private final InstanceFaults ofInstances;
  private final BrokerFaults ofBrokers;
  private final PolicyChurn policies;
  private final Supplier<Instant> ahead;

  /**
   * @param ahead event time that the feed will come to in some seconds
   */
  Faults(
      Stage stage,
      InstanceFaults ofInstances,
      BrokerFaults ofBrokers,
      PolicyChurn policies,
      Supplier<Instant> ahead) {
    this.instances = stage.instances();
    this.ofInstances = ofInstances;
    this.ofBrokers = ofBrokers;
    this.policies = policies;
    this.ahead = ahead;
  }

  /** Waits until what is to be hurt is whole. */
  void awaitWhole(Incident incident) throws Exception {
    switch (incident.fault()) {
      case BROKER_KILL, BROKER_PAUSE, BROKER_ROLL, CONTROLLER_KILL -> ofBrokers.awaitLevel();
      case KILL, TERMINATE, PAUSE, CUT, DELAY, CORRUPT_STATE, CLOCK_JUMP, MODEL_BROKEN ->
          victim(incident).awaitReady();
      case LOSS, ROLLING_RESTART, DISK_FULL, POLICY_CHURN -> {
        for (InstanceProcess instance : instances) {
          instance.awaitReady();
        }
      }
    }
  }

  /** Hurts, and returns when the fault is through. */
  Struck inflict(Incident incident, Recovery recovery) throws Exception {
    return switch (incident.fault()) {
      case KILL -> ofInstances.kill(victim(incident));
      case LOSS -> ofInstances.lose(victim(incident), recovery);
      case TERMINATE -> ofInstances.terminate(victim(incident));
      case PAUSE -> ofInstances.pause(victim(incident), incident.length());
      case ROLLING_RESTART -> ofInstances.rollAll();
      case CUT -> ofInstances.cut(incident.target(), incident.length());
      case DELAY -> ofInstances.delay(incident.target(), incident.length());
      case DISK_FULL -> ofInstances.fillDisk(incident.target(), incident.length());
      case CORRUPT_STATE -> ofInstances.spoilState(victim(incident), incident.salt());
      case CLOCK_JUMP ->
          ofInstances.jumpClock(victim(incident), incident.length(), incident.salt());
      case MODEL_BROKEN -> ofInstances.breakModel(victim(incident), incident.salt());
      case BROKER_KILL -> ofBrokers.kill(incident.target());
      case BROKER_PAUSE -> ofBrokers.pause(incident.target(), incident.length());
      case BROKER_ROLL -> ofBrokers.rollAll();
      case CONTROLLER_KILL -> ofBrokers.killController();
      case POLICY_CHURN -> policies.publish(ahead.get(), incident.salt());
    };
  }

  private InstanceProcess victim(Incident incident) {
    return instances.get(incident.target());
  }
}
