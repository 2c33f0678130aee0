package dev.rampart.topology.entities;

import dev.rampart.actions.event.EventField;
import dev.rampart.schemas.Finding;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.FindingInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.UserInput;
import dev.rampart.topology.features.Aggregate;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.EventInterest;
import dev.rampart.topology.features.FeatureCatalogue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the accounts' side has to do with other entities: it serves the features of those that are
 * hot, and notes a sighting for each that has a feature which counts the event. Confined to the
 * stream thread of its task.
 */
public final class EntityWatch {
  private static final double MILLIS_PER_DAY = 86_400_000;
  private static final int MOST_DOMAINS = 4;

  private final HotEntities hot;
  private final SightingBuffer buffer;
  private final List<String> names;
  private final int agePlace;
  private final Map<EntityKind, EventInterest> interests = new EnumMap<>(EntityKind.class);
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final Optional<ServedValues> served;
  private final int[] places;

  /**
   * @param catalogue the features of all kinds
   * @param hot what is known of entities
   * @param partitions how entities spread
   * @param served what to serve in place of what is known now; nothing is noted then
   */
  public EntityWatch(
      FeatureCatalogue catalogue,
      HotEntities hot,
      SightingPartitions partitions,
      Optional<ServedValues> served) {
    this.hot = hot;
    this.served = served;
    this.places =
        IntStream.range(0, catalogue.features().size())
            .filter(place -> !catalogue.features().get(place).entity().isKeptByAccount())
            .toArray();
    this.buffer = new SightingBuffer(partitions);
    this.names = catalogue.names();
    this.agePlace = agePlace(catalogue);
    catalogue
        .entities()
        .forEach(
            entity -> interests.put(entity.kind(), new EventInterest(catalogue.of(entity.kind()))));
  }

  private static int agePlace(FeatureCatalogue catalogue) {
    return catalogue.features().stream()
        .filter(feature -> feature.entity() == EntityKind.AUTHOR)
        .filter(feature -> feature.aggregate() == Aggregate.AGE)
        .mapToInt(feature -> catalogue.names().indexOf(feature.name()))
        .findFirst()
        .orElse(-1);
  }

  /** Takes a page that is to be written; see {@link #flush}. */
  @FunctionalInterface
  public interface Sink extends SightingBuffer.Sink {}

  /**
   * Looks at an event that is no repeat.
   *
   * @param features the account's, in the catalogue's order; those of hot entities are added
   * @param sink takes pages that are full
   */
  public void look(InputEvent event, double[] features, Sink sink) {
    if (served.isPresent()) {
      serve(served.get().of(event.eventId()), features);
    } else if (event instanceof MessageInput message) {
      look(message, features, sink);
    } else if (event instanceof UserInput user) {
      look(user, features, sink);
    } else if (event instanceof FindingInput finding) {
      serve(finding.finding(), features);
    } else if (event instanceof FeedbackInput) {
      return; // feedback is judged by nothing
    }
  }

  private void serve(double @Nullable [] values, double[] features) {
    if (values != null) {
      for (int place : places) {
        features[place] = values[place];
      }
    }
  }

  /** Writes all that was noted. Idempotent. */
  public void flush(Sink sink) {
    buffer.flush(sink);
  }

  /** Forgets all that was noted: the task was closed. */
  public void clear() {
    buffer.clear();
  }

  private void look(MessageInput message, double[] features, Sink sink) {
    Sighting sighting = Sighting.of(message, createdAt(message, features));
    if (interests.containsKey(EntityKind.CONTENT)) {
      TextSignature signature = fingerprinter.of(message.message().getContent());
      if (signature != null) {
        note(EntityKind.CONTENT, signature.id(), signature, sighting, true, features, sink);
      }
    }
    if (message.guildId() != null) {
      note(EntityKind.CHANNEL, message.message().getChannelId(), sighting, features, sink);
    }
    note(EntityKind.GUILD, sighting.guildId(), sighting, features, sink);
    lookAtDomains(message, sighting, features, sink);
    note(EntityKind.DEVICE, message.message().getDeviceHash(), sighting, features, sink);
    note(EntityKind.IP, message.message().getIpHash(), sighting, features, sink);
  }

  private void lookAtDomains(
      MessageInput message, Sighting sighting, double[] features, Sink sink) {
    if (sighting.links() == 0 || !interests.containsKey(EntityKind.DOMAIN)) {
      return;
    }
    List<?> domains = (List<?>) message.value(EventField.DOMAINS);
    for (int i = 0; i < Math.min(domains.size(), MOST_DOMAINS); i++) {
      note(EntityKind.DOMAIN, (String) domains.get(i), null, sighting, i == 0, features, sink);
    }
  }

  private void look(UserInput user, double[] features, Sink sink) {
    Sighting sighting = Sighting.of(user, createdAt(user, features));
    note(EntityKind.GUILD, sighting.guildId(), sighting, features, sink);
    note(EntityKind.DEVICE, (String) user.value(EventField.DEVICE_HASH), sighting, features, sink);
    note(EntityKind.IP, (String) user.value(EventField.IP_HASH), sighting, features, sink);
    if (user.kind() == UserEventKind.ERASE) {
      buffer.erase(user.accountId(), user.eventTime(), sink);
    }
  }

  private void note(
      EntityKind kind, @Nullable String id, Sighting sighting, double[] features, Sink sink) {
    if (id != null && !id.isEmpty()) {
      note(kind, id, null, sighting, true, features, sink);
    }
  }

  private void note(
      EntityKind kind,
      String id,
      @Nullable TextSignature signature,
      Sighting sighting,
      boolean first,
      double[] features,
      Sink sink) {
    EventInterest interest = interests.get(kind);
    if (interest == null) {
      return;
    }
    HotEntity known =
        signature == null
            ? hot.find(kind, id, sighting.eventTime())
            : hot.find(signature, sighting.eventTime());
    if (known != null) {
      known.serve(features, first);
    }
    if (interest.includes(sighting)) {
      buffer.add(new Seen(kind, id, signature, known != null, sighting), sink);
    }
  }

  /** When the account was made, to the second; 0 where its age is unknown. */
  private long createdAt(InputEvent event, double[] features) {
    double days = agePlace < 0 ? Double.NaN : features[agePlace];
    return Double.isNaN(days)
        ? 0
        : Math.max(0, event.eventTime() - Math.round(days * MILLIS_PER_DAY));
  }

  private void serve(Finding finding, double[] features) {
    finding
        .getValues()
        .forEach(
            (name, value) -> {
              int place = names.indexOf(name);
              if (place >= 0) {
                features[place] = value;
              }
            });
  }
}
