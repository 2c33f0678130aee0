package dev.rampart.ops.topics;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rampart.ops.broker.EmbeddedBroker;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private static final int PARTITIONS = 40;

  @Test
  void shouldCreateTopicsThatTakeTheirFirstRecordWithoutASecondTry() throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        Cluster cluster = Cluster.connect(Map.of("bootstrap.servers", broker.bootstrap()));
        KafkaProducer<byte[], byte[]> producer = onlyOnce(broker.bootstrap())) {
      cluster.create(List.of(new TopicPlan("first", TopicPlan.Spread.SINGLE, false)), 1, (short) 1);
      assertThatCode(send(producer, "first", 0)::get).doesNotThrowAnyException();

      cluster.create(TopicPlan.all("more."), PARTITIONS, (short) 1);

      List<Future<?>> sent =
          IntStream.range(0, PARTITIONS)
              .<Future<?>>mapToObj(partition -> send(producer, "more.messages", partition))
              .toList();
      for (Future<?> record : sent) {
        assertThatCode(record::get).doesNotThrowAnyException();
      }
    }
  }

  private static Future<?> send(
      KafkaProducer<byte[], byte[]> producer, String topic, int partition) {
    return producer.send(new ProducerRecord<>(topic, partition, new byte[1], null));
  }

  private static KafkaProducer<byte[], byte[]> onlyOnce(String bootstrap) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "enable.idempotence",
            false,
            "retries",
            0,
            "linger.ms",
            0);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
