package dev.rampart.ops.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.http.JsonFormat;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.ListedEntry;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.json.AvroJson;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.Parts;
import dev.rampart.topology.entities.StoredEntity;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Turns the packed records of the stores into what people can read. For many threads. */
public final class RecordDecoder {
  private final FeatureReader accounts;
  private final Map<EntityKind, FeatureReader> entities = new EnumMap<>(EntityKind.class);
  private final LedgerReader ledgers;
  private final Deserializer<ControlRecord> facts;
  private final Deserializer<PolicyVersion> versions;
  private final Deserializer<ListedEntry> listed;
  private final ObjectMapper json = JsonFormat.mapper();

  public RecordDecoder(Parts parts, Topics topics, Clock clock) {
    FeatureCatalogue catalogue = parts.catalogue();
    accounts = new FeatureReader(catalogue, EntityKind.AUTHOR);
    catalogue
        .entities()
        .forEach(
            entity ->
                entities.put(
                    entity.kind(), new FeatureReader(catalogue.of(entity.kind()), entity.kind())));
    ledgers = new LedgerReader(parts.policies(), clock);
    facts = deserializer(topics.control(), parts.registry());
    versions = deserializer(topics.policies(), parts.registry());
    listed = deserializer(topics.lists(), parts.registry());
  }

  private static <V extends SpecificRecord> Deserializer<V> deserializer(
      Topic<V> topic, SchemaRegistry registry) {
    return AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
  }

  /**
   * A record as people can read it.
   *
   * @throws RuntimeException when the bytes are no record of that store
   */
  public Object decode(String store, String key, byte[] record) {
    return switch (store) {
      case Nodes.ACCOUNT_FEATURES -> accounts.read(record);
      case Nodes.ACCOUNT_LEDGER -> ledgers.read(record);
      case Nodes.ENTITY_FEATURES -> entity(key, record);
      case Nodes.CONTROL_FACTS -> tree(facts.deserialize("", record));
      case Nodes.LISTED_ENTRIES -> tree(listed.deserialize("", record));
      case Nodes.POLICY_VERSIONS -> tree(versions.deserialize("", record));
      default -> Map.of("bytes", record.length);
    };
  }

  private EntityFeatures entity(String key, byte[] record) {
    StoredEntity stored = StoredEntity.decode(key, record);
    FeatureReader reader = entities.get(stored.kind());
    byte[] own = stored.features();
    List<FeatureValue> features =
        reader == null || own == null ? List.of() : reader.read(own).features();
    return new EntityFeatures(
        stored.kind(),
        Instant.ofEpochMilli(stored.newest()),
        stored.toldAt() == 0 ? null : Instant.ofEpochMilli(stored.toldAt()),
        stored.remembered(),
        features);
  }

  private Object tree(SpecificRecord record) {
    try {
      return json.readTree(AvroJson.line(record));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a record holds, in a few words; {@code unreadable} for bytes that are none. */
  @SuppressWarnings("CatchingUnchecked") // bytes of any kind may lie there
  String summary(String store, String key, byte[] record) {
    try {
      return summary(decode(store, key, record));
    } catch (RuntimeException unreadable) {
      return "unreadable";
    }
  }

  private static String summary(Object decoded) {
    if (decoded instanceof AccountFeatures account) {
      return "last event " + account.lastEventAt();
    }
    if (decoded instanceof LedgerRecord ledger) {
      return "%s active strikes, %d actions"
          .formatted(ledger.activeStrikes(), ledger.actions().size());
    }
    if (decoded instanceof EntityFeatures entity) {
      return (entity.hotSince() == null ? "not hot" : "hot")
          + ", last event "
          + entity.lastEventAt();
    }
    return "";
  }
}
