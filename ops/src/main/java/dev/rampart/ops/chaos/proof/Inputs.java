package dev.rampart.ops.chaos.proof;

import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.FindingInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.UserInput;
import dev.rampart.topology.reputation.Reputation;
import dev.rampart.topology.topics.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One partition of all input topics. Confined to one thread. */
final class Inputs implements AutoCloseable {
  private final Map<String, InputReplay<?>> replays = new TreeMap<>();

  Inputs(
      Map<String, Object> client,
      Topics topics,
      int partition,
      SchemaRegistry registry,
      Supplier<Reputation> lists,
      Histories expected) {
    replays.put(
        topics.messages().name(),
        new InputReplay<>(
            client,
            topics.messages(),
            partition,
            registry,
            (message, origin) -> new MessageInput(message, origin, lists),
            expected));
    replays.put(
        topics.users().name(),
        new InputReplay<>(client, topics.users(), partition, registry, UserInput::new, expected));
    replays.put(
        topics.feedback().name(),
        new InputReplay<>(
            client, topics.feedback(), partition, registry, FeedbackInput::new, expected));
    replays.put(
        topics.findings().name(),
        new InputReplay<>(
            client, topics.findings(), partition, registry, FindingInput::new, expected));
  }

  /** The event at an offset of a topic; empty where there is none. */
  Optional<InputEvent> at(String topic, long offset) {
    InputReplay<?> replay = replays.get(topic);
    return replay == null ? Optional.empty() : replay.at(offset);
  }

  /** Passes all that is left. */
  void finish() {
    replays.values().forEach(InputReplay::finish);
  }

  @Override
  public void close() {
    replays.values().forEach(InputReplay::close);
  }
}
