package dev.rampart.ops.deadletters;

import dev.rampart.topology.deadletters.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends letters again: the original key, value and headers to the topic that they came from, and
 * with each a mark beside the letter, in one transaction. There is one such writer in an
 * installation: a new one shuts out the one before, after its transaction has come to an end.
 * Confined to one thread.
 */
final class LetterSender implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;

  /** Shuts out other senders; what they have committed can be read when this returns. */
  LetterSender(Map<String, Object> client, String applicationId) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("transactional.id", applicationId + "-redrive");
    settings.put("max.request.size", 8 << 20);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  /**
   * Sends letters again, all or none.
   *
   * @return for each partition the offset behind the last record that was sent
   */
  Map<TopicPartition, Long> send(List<ConsumerRecord<byte[], byte[]>> letters)
      throws ExecutionException, InterruptedException {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : letters) {
      sent.add(producer.send(original(letter)));
      var unused = producer.send(mark(letter));
    }
    producer.commitTransaction();
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Future<RecordMetadata> each : sent) {
      RecordMetadata at = each.get();
      ends.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
    }
    return ends;
  }

  /** The record as it was read: Rampart's own headers go, one says where it comes from. */
  private static ProducerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> letter) {
    Headers headers = new RecordHeaders();
    letter
        .headers()
        .forEach(
            header -> {
              if (!header.key().startsWith(DeadLetter.HEADER_PREFIX)) {
                headers.add(header);
              }
            });
    headers.add(LetterHeaders.REDRIVEN_FROM, bytes(place(letter)));
    String topic = LetterHeaders.text(letter.headers(), DeadLetter.TOPIC).orElseThrow();
    int partition = (int) LetterHeaders.number(letter.headers(), DeadLetter.PARTITION);
    long timestamp = LetterHeaders.number(letter.headers(), DeadLetter.TIMESTAMP);
    return new ProducerRecord<>(
        topic,
        partition < 0 ? null : partition,
        timestamp < 0 ? null : timestamp,
        letter.key(),
        letter.value(),
        headers);
  }

  private static ProducerRecord<byte[], byte[]> mark(ConsumerRecord<byte[], byte[]> letter) {
    Headers headers = new RecordHeaders();
    headers.add(LetterHeaders.REDRIVEN, bytes(place(letter)));
    return new ProducerRecord<>(
        letter.topic(), letter.partition(), null, letter.key(), null, headers);
  }

  private static String place(ConsumerRecord<byte[], byte[]> letter) {
    return new LetterPlace(letter.partition(), letter.offset()).toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
