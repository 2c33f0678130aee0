package dev.rampart.ops.consumer;

import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends the script, each step in a transaction of its own. Confined to one thread. */
final class ScriptPlayer implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final Topic<EnforcementAction> topic;
  private final AvroSerde<EnforcementAction> serde;

  ScriptPlayer(
      Map<String, Object> client, Topic<EnforcementAction> topic, SchemaRegistry registry) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("transactional.id", "rampart-actions-check");
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    this.topic = topic;
    this.serde = AvroSerde.of(topic.value(), registry, topic.schemaSubject());
    producer.initTransactions();
  }

  void play(Script script) {
    for (Step step : script.steps()) {
      byte[] value = serde.serializer().serialize(topic.name(), step.action());
      producer.beginTransaction();
      var unused =
          producer.send(new ProducerRecord<>(topic.name(), step.action().getSubjectId(), value));
      producer.flush();
      if (step.committed()) {
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
