package dev.rampart.topology.ingest;

import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.event.UserInput;
import dev.rampart.topology.reputation.Reputation;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Turns the bytes of the three input topics into events. Any thread. */
final class EventDecoder {
  /** Decodes the values of one topic. */
  private interface Decoding {
    InputEvent decode(byte[] value, Origin origin);
  }

  private final Map<String, Decoding> byTopic;

  EventDecoder(Topics topics, SchemaRegistry registry, Supplier<Reputation> reputation) {
    Deserializer<MessageEvent> messages = deserializer(topics.messages(), registry);
    Deserializer<UserEvent> users = deserializer(topics.users(), registry);
    Deserializer<Feedback> feedback = deserializer(topics.feedback(), registry);
    byTopic =
        Map.of(
            topics.messages().name(),
            (value, origin) ->
                new MessageInput(messages.deserialize(origin.topic(), value), origin, reputation),
            topics.users().name(),
            (value, origin) -> new UserInput(users.deserialize(origin.topic(), value), origin),
            topics.feedback().name(),
            (value, origin) ->
                new FeedbackInput(feedback.deserialize(origin.topic(), value), origin));
  }

  /**
   * @throws dev.rampart.schemas.serde.WireFormatException when the bytes are not the wire format
   */
  InputEvent decode(byte[] value, Origin origin) {
    Decoding decoding = byTopic.get(origin.topic());
    if (decoding == null) {
      throw new IllegalStateException("no contract for topic " + origin.topic());
    }
    return decoding.decode(value, origin);
  }

  private static <V extends SpecificRecord> Deserializer<V> deserializer(
      Topic<V> topic, SchemaRegistry registry) {
    return AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
  }
}
