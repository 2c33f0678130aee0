package dev.rampart.ops.consumer;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The example of the consumer guide: does what actions ask for, once each, and takes back what is
 * reversed. A real service keeps {@code done} and {@code reversed} in the same database, and in the
 * same transaction, as what it does.
 */
final class ModerationConsumer implements AutoCloseable {
  /** What the platform can do to a subject. */
  interface Platform {
    void enforce(EnforcementAction action);

    void takeBack(UUID actionId);
  }

  private final KafkaConsumer<String, EnforcementAction> consumer;
  private final Platform platform;
  private final Set<UUID> done = new HashSet<>();
  private final Set<UUID> reversed = new HashSet<>();

  ModerationConsumer(
      Map<String, Object> client,
      String topic,
      Deserializer<EnforcementAction> actions,
      Platform platform) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("group.id", "moderation");
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), actions);
    this.platform = platform;
    consumer.subscribe(List.of(topic));
  }

  /** One round: read, do, and only then say that it was read. */
  void poll() {
    consumer.poll(Duration.ofMillis(100)).forEach(record -> take(record.value(), Instant.now()));
    consumer.commitSync();
  }

  private void take(EnforcementAction action, Instant now) {
    if (action.getReverses() != null) {
      reverse(action.getReverses());
    } else if (isToBeDone(action, now) && done.add(action.getActionId())) {
      platform.enforce(action);
    }
  }

  private void reverse(UUID actionId) {
    if (reversed.add(actionId) && done.contains(actionId)) {
      platform.takeBack(actionId);
    }
  }

  private boolean isToBeDone(EnforcementAction action, Instant now) {
    boolean ours = action.getMode() == PolicyMode.LIVE || action.getMode() == PolicyMode.CANARY;
    Instant expiresAt = action.getExpiresAt();
    return ours
        && action.getKind() != ActionKind.UNKNOWN
        && !reversed.contains(action.getActionId())
        && (expiresAt == null || expiresAt.isAfter(now));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
