package dev.rampart.ops.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.schemas.json.AvroJson;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Decodes what is in a letter as far as that can be done. Safe for use by many threads. */
final class LetterOpener {
  private final Map<String, Deserializer<? extends SpecificRecord>> inputs = new HashMap<>();
  private final ObjectMapper json = new ObjectMapper();

  LetterOpener(Topics topics, SchemaRegistry registry) {
    for (Topic<?> topic :
        List.of(topics.messages(), topics.users(), topics.feedback(), topics.findings())) {
      inputs.put(topic.name(), deserializer(topic, registry));
    }
  }

  private static <V extends SpecificRecord> Deserializer<V> deserializer(
      Topic<V> topic, SchemaRegistry registry) {
    return AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
  }

  /** Topics to which letters can go back. */
  boolean isInput(String topic) {
    return inputs.containsKey(topic);
  }

  ShownLetter open(Letter letter, ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    return new ShownLetter(
        letter,
        text(record.key()),
        headers(record),
        value == null ? null : event(letter.topic(), value),
        value == null ? null : Base64.getEncoder().encodeToString(value));
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      String text = text(header.value());
      if (text != null) {
        headers.put(header.key(), text);
      }
    }
    return headers;
  }

  @SuppressWarnings("CatchingUnchecked") // bytes of any kind may lie there
  private @Nullable Object event(String topic, byte[] value) {
    Deserializer<? extends SpecificRecord> deserializer = inputs.get(topic);
    if (deserializer == null) {
      return null;
    }
    try {
      return json.readTree(AvroJson.line(deserializer.deserialize(topic, value)));
    } catch (JsonProcessingException | RuntimeException unreadable) {
      return null;
    }
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}
