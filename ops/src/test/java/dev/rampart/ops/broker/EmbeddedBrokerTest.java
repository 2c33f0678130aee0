package dev.rampart.ops.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.ops.cli.CommandFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {

  @Test
  void shouldCommitTransactionsAndLeaveNothingBehind() throws Exception {
    Path data;
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      data = broker.data();
      createTopic(broker.bootstrap());
      writeInTransaction(broker.bootstrap());
      assertThat(readCommitted(broker.bootstrap())).isEqualTo(1);
      assertThat(broker.bootstrap()).startsWith("127.0.0.1:");
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void shouldOfferTheStreamsGroupProtocol() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        Admin admin = Admin.create(client(broker.bootstrap()))) {
      assertThat(admin.describeFeatures().featureMetadata().get().finalizedFeatures())
          .hasEntrySatisfying(
              "streams.version", range -> assertThat(range.maxVersionLevel()).isPositive());
    }
  }

  @Test
  void shouldSayThatASettingIsWrong() {
    assertThatThrownBy(() -> EmbeddedBroker.start(Map.of("num.io.threads", "none")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("num.io.threads");
  }

  @Test
  void shouldKeepItsDataAndAddressWhenKilledAndRestarted() throws Exception {
    try (BrokerCluster cluster = BrokerCluster.start(Member.onFreePorts(1), Map.of())) {
      BrokerProcess broker = cluster.brokers().get(0);
      createTopic(cluster.bootstrap());
      writeInTransaction(cluster.bootstrap());
      assertThat(readCommitted(cluster.bootstrap())).isEqualTo(1);
      long before = broker.pid();
      broker.kill();
      broker.restart();
      assertThat(broker.pid()).isNotEqualTo(before);
      assertThat(readCommitted(cluster.bootstrap())).isEqualTo(1);
    }
  }

  private static void createTopic(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(client(bootstrap))) {
      admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
    }
  }

  private static void writeInTransaction(String bootstrap) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "transactional.id", "writer");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var unused = producer.send(new ProducerRecord<>("t", "key", "value"));
      producer.commitTransaction();
    }
  }

  private static int readCommitted(String bootstrap) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrap,
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition("t", 0)));
      int read = 0;
      for (int attempt = 0; read == 0 && attempt < 60; attempt++) {
        read += consumer.poll(Duration.ofMillis(500)).count();
      }
      return read;
    }
  }

  private static Map<String, Object> client(String bootstrap) {
    return Map.of("bootstrap.servers", bootstrap);
  }
}
