package dev.rampart.ops.inspect;

import dev.rampart.ops.http.ProblemException;
import dev.rampart.topology.entities.EntityPartitions;
import dev.rampart.topology.topics.Nodes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Finds the owner of a key: this instance where one of its threads has the task, else who the group
 * says, else who Kafka Streams says. An account's key is taken to be on the partition that Kafka's
 * own clients write it to. Safe for use by many threads.
 */
final class Owners {
  private static final EntityPartitions ENTITIES = new EntityPartitions();

  private final KafkaStreams streams;
  private final LocalStores stores;
  private final GroupMembers members;
  private final String self;

  /**
   * @param self this instance, {@code HOST:PORT} of its service
   */
  Owners(KafkaStreams streams, LocalStores stores, GroupMembers members, String self) {
    this.streams = streams;
    this.stores = stores;
    this.members = members;
    this.self = self;
  }

  /** This instance, {@code HOST:PORT} of its service. */
  String self() {
    return self;
  }

  boolean isHere(Owner owner) {
    return owner.active().equals(self);
  }

  /**
   * The owner of a key.
   *
   * @throws ProblemException 503 while nobody knows, 422 for a key that the store cannot have
   */
  Owner of(StorePlace place, String key) {
    int partition = partition(place, key);
    if (stores.activePartitions(place).contains(partition)) {
      Optional<Owner> known = members.known(place.subtopology(), partition);
      return new Owner(partition, self, known.map(Owner::standbys).orElse(List.of()));
    }
    return members
        .owner(place.subtopology(), partition)
        .or(() -> ofStreams(place, key, partition))
        .filter(owner -> !isHere(owner))
        .orElseThrow(
            () -> {
              members.look();
              return stores.unavailable(place.name());
            });
  }

  private int partition(StorePlace place, String key) {
    int count = members.partitions(place.sources());
    if (count == 0) {
      throw stores.unavailable(place.name());
    }
    return place.name().equals(Nodes.ENTITY_FEATURES)
        ? ofEntity(key, count)
        : Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % count;
  }

  private static int ofEntity(String key, int count) {
    try {
      return ENTITIES.partitions("", key, new byte[0], count).orElseThrow().iterator().next();
    } catch (IllegalArgumentException wrongKey) {
      throw ProblemException.wrongInput(
          "key: found '%s', allowed is KIND:ID, domain:example.org for instance".formatted(key));
    }
  }

  /** What Kafka Streams knows, where it knows all partitions. */
  private Optional<Owner> ofStreams(StorePlace place, String key, int partition) {
    return Optional.ofNullable(ask(place, key))
        .filter(found -> found.partition() == partition && found.activeHost().port() >= 0)
        .map(
            found ->
                new Owner(
                    partition,
                    text(found.activeHost()),
                    found.standbyHosts().stream().map(Owners::text).sorted().toList()));
  }

  private KeyQueryMetadata ask(StorePlace place, String key) {
    try {
      return place.name().equals(Nodes.ENTITY_FEATURES)
          ? streams.queryMetadataForKey(place.name(), key, ENTITIES)
          : streams.queryMetadataForKey(place.name(), key, new StringSerializer());
    } catch (StreamsException | IllegalStateException notNow) {
      return KeyQueryMetadata.NOT_AVAILABLE;
    }
  }

  private static String text(HostInfo host) {
    return host.host() + ":" + host.port();
  }
}
