package dev.rampart.ops.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.api.ApiParts;
import dev.rampart.ops.api.ServedInstance;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.decisions.DecisionLogSettings;
import dev.rampart.ops.decisions.DecisionLogger;
import dev.rampart.ops.decisions.FeatureNames;
import dev.rampart.ops.decisions.LabelFiles;
import dev.rampart.schemas.MessageEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A small demo: an instance with a console, a community with abuse in it, a decision log. */
final class ServedDemo implements AutoCloseable {
  private static final int EVENTS = 6_000;
  private static final Duration SEGMENT_AGE = Duration.ofSeconds(1);
  private static final List<String> SPAM = List.of("spam_wave", "scam_link");

  private final ServedInstance served;
  private final DecisionLogger logger;

  ServedDemo(Path folder) throws Exception {
    Path log = Files.createDirectories(folder.resolve("log"));
    this.served = new ServedInstance(folder.resolve("state"), Optional.of(log));
    ApiParts parts = served.parts();
    this.logger =
        DecisionLogger.start(
            parts.client(),
            parts.topics().decisions().name(),
            parts.registry(),
            DecisionLogSettings.in(log).withSegments(50_000, SEGMENT_AGE),
            new FeatureNames(parts.instance().catalogueVersion(), parts.instance().featureNames()),
            parts.meters());
    Community community = new Community(new CommunitySettings(7, EVENTS, Instant.now()));
    write(community);
    label(log, community);
  }

  private static void label(Path log, Community community) throws IOException {
    Map<String, String> labels = new TreeMap<>();
    community
        .truth()
        .forEach((event, kind) -> labels.put(event, kind.name().toLowerCase(Locale.ROOT)));
    LabelFiles.write(log, labels, Map.of("spam", SPAM));
  }

  /** Writes a community of its own whose messages are all from this moment. */
  void writeMessagesOfNow(long seed) {
    Community community = new Community(new CommunitySettings(seed, EVENTS, Instant.now()));
    write(new MessagesOfNow(community));
  }

  private record MessagesOfNow(Community community) implements Iterator<CommunityEvent> {
    @Override
    public boolean hasNext() {
      return community.hasNext();
    }

    @Override
    public CommunityEvent next() {
      CommunityEvent event = community.next();
      Instant now = Instant.now();
      return event instanceof CommunityEvent.Message message
          ? new CommunityEvent.Message(
              MessageEvent.newBuilder(message.record()).setSentAt(now).build(),
              now.toEpochMilli(),
              message.truth())
          : event;
    }
  }

  private void write(Iterator<CommunityEvent> events) {
    ApiParts parts = served.parts();
    try (CommunityProducer producer =
        new CommunityProducer(
            parts.client(),
            parts.topics().messages().name(),
            parts.topics().users().name(),
            parts.registry())) {
      producer.write(events, written -> {});
    }
  }

  /** Writes bytes that are no message. */
  void writeNonsense() throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(served.parts().client(), bytes, bytes)) {
      byte[] key = "u1".getBytes(StandardCharsets.UTF_8);
      byte[] value = "nonsense".getBytes(StandardCharsets.UTF_8);
      var unused =
          producer
              .send(new ProducerRecord<>(served.parts().topics().messages().name(), key, value))
              .get();
    }
  }

  /** Address that signs somebody with this role in. */
  URI address(Role role) {
    return served.address().resolve("/#token=" + served.token(role));
  }

  /** What the API answers to an administrator. */
  JsonNode get(String path) throws Exception {
    return ServedInstance.json(served.get(Role.ADMIN, path));
  }

  @Override
  public void close() throws IOException {
    logger.close();
    served.close();
  }
}
