package dev.rampart.peers;

import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.Parts;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;

/** What all operators of the process share: models, policies, catalogue, schemas. */
final class Shared {
  static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

  private static Shared only;

  final Parts parts;
  final AvroSerde<MessageEvent> messages;
  final AvroSerde<Decision> decisions;

  private Shared(String bootstrap) {
    KafkaSchemaRegistry registry =
        KafkaSchemaRegistry.open(
            Map.of("bootstrap.servers", bootstrap),
            TOPICS.schemas(),
            (short) 1,
            Duration.ofMinutes(1));
    parts = LoadedParts.load(Sources.shipped(), registry, new SimpleMeterRegistry()).parts();
    messages = AvroSerde.of(MessageEvent.class, registry, TOPICS.messages().schemaSubject());
    decisions = AvroSerde.of(Decision.class, registry, TOPICS.decisions().schemaSubject());
  }

  static synchronized Shared of(String bootstrap) {
    if (only == null) {
      only = new Shared(bootstrap);
    }
    return only;
  }

  MessageInput message(Event event) {
    String topic = TOPICS.messages().name();
    Origin origin =
        new Origin(topic, event.partition, event.offset, event.timestamp, new byte[0], event.value);
    return new MessageInput(
        messages.deserializer().deserialize(topic, event.value), origin, parts.reputation());
  }
}
