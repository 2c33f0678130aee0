package dev.rampart.ops.bench.recovery;

import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.event.UserInput;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The changelog of a pipeline that knows many accounts, each with a record of a made-up past. */
final class KnownAccounts {
  private static final long SEED = 7;
  private static final int SAMPLE_EVENTS = 20_000;
  private static final Origin NOWHERE = new Origin("bench", 0, 0, 0, null, null);

  private final FeatureEngine engine;
  private final List<byte[]> samples;

  KnownAccounts(FeatureCatalogue catalogue) {
    this.engine = new FeatureEngine(catalogue);
    this.samples = samples();
  }

  /** Writes a record of each of so many accounts; returns the bytes of their keys and values. */
  long write(String bootstrap, String changelog, int accounts) {
    long bytes = 0;
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            settings(bootstrap), new StringSerializer(), new ByteArraySerializer())) {
      for (int number = 0; number < accounts; number++) {
        String account = "account-" + number;
        byte[] record = samples.get(number % samples.size());
        bytes += account.length() + record.length;
        var unused = producer.send(new ProducerRecord<>(changelog, account, record));
      }
    }
    return bytes;
  }

  private List<byte[]> samples() {
    Map<String, byte[]> records = new HashMap<>();
    new Community(new CommunitySettings(SEED, SAMPLE_EVENTS, Instant.EPOCH.plusSeconds(1L << 30)))
        .forEachRemaining(
            event -> records.compute(event.accountId(), (id, old) -> next(old, event)));
    return new ArrayList<>(records.values());
  }

  private byte[] next(byte @Nullable [] old, CommunityEvent event) {
    EntityState state = engine.decode(old);
    double[] unused = engine.observe(state, input(event));
    return engine.encode(state);
  }

  private static InputEvent input(CommunityEvent event) {
    return event instanceof CommunityEvent.Message message
        ? new MessageInput(message.record(), NOWHERE)
        : new UserInput(((CommunityEvent.User) event).record(), NOWHERE);
  }

  private static Properties settings(String bootstrap) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("linger.ms", 20);
    settings.put("batch.size", 256 << 10);
    return settings;
  }
}
