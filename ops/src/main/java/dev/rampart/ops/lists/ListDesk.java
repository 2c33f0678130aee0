package dev.rampart.ops.lists;

import dev.rampart.ops.audit.AuditLog;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.policies.TableReader;
import dev.rampart.schemas.ListedEntry;
import dev.rampart.schemas.ListedSpan;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts entries on the lists of an installation and withdraws them. A change is committed with its
 * entry of the audit before a call returns. What was listed once stays in the record: it counts for
 * the events of its time. Confined to one thread.
 */
public final class ListDesk implements AutoCloseable {
  private final Topic<ListedEntry> topic;
  private final AvroSerde<ListedEntry> serde;
  private final TableReader<ListedEntry> rows;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * Connects.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param clock tells when something is done
   */
  public ListDesk(Map<String, Object> client, Topics topics, SchemaRegistry registry, Clock clock) {
    this.topic = topics.lists();
    this.serde = AvroSerde.of(topic.value(), registry, topic.schemaSubject());
    this.rows = new TableReader<>(client, topic, registry);
    this.audit = new AuditLog(client, topics, registry);
    this.clock = clock;
  }

  /** All entries, those that are listed no more among them. */
  public Collection<ListedEntry> entries() {
    return rows.rows().values();
  }

  /**
   * Puts an entry on a list.
   *
   * @param from first moment of event time at which it is listed
   * @param until first moment at which it is listed no more; empty for one that stays
   * @throws CommandFailure where it is listed at one of these times already
   */
  public ListedEntry put(ListName name, Instant from, Optional<Instant> until, Signature by) {
    return change(
        "list.put",
        name,
        by,
        listings -> {
          refuseOverlap(name, listings, from, until.orElse(Instant.MAX));
          listings.add(
              ListedSpan.newBuilder().setListedAt(from).setDelistedAt(until.orElse(null)).build());
        });
  }

  /**
   * Withdraws an entry from a list.
   *
   * @param at first moment of event time at which it is listed no more
   * @throws CommandFailure where it is not listed at that time
   */
  public ListedEntry withdraw(ListName name, Instant at, Signature by) {
    return change(
        "list.withdraw",
        name,
        by,
        listings ->
            listings.stream()
                .filter(span -> span.getListedAt().isBefore(at) && end(span).isAfter(at))
                .findFirst()
                .orElseThrow(() -> CommandFailure.failed(name + ": is not listed at " + at))
                .setDelistedAt(at));
  }

  /** Changes the times of an entry. */
  private interface Work {
    void on(List<ListedSpan> listings);
  }

  private ListedEntry change(String operation, ListName name, Signature by, Work work) {
    return audit.change(
        () -> {
          ListedEntry before = rows.rows().get(name.key());
          List<ListedSpan> listings = copy(before);
          work.on(listings);
          ListedEntry after = entry(name, before, listings, by);
          Deed deed = new Deed(operation, name.toString(), details(after));
          audit.write(by, deed, after.getChangedAt());
          audit.apply(topic.name(), name.key(), bytes(after));
          return after;
        });
  }

  private ListedEntry entry(
      ListName name, @Nullable ListedEntry before, List<ListedSpan> listings, Signature by) {
    return ListedEntry.newBuilder()
        .setList(name.list())
        .setEntry(name.entry())
        .setVersion(before == null ? 1 : before.getVersion() + 1)
        .setListings(listings)
        .setChangedBy(by.who())
        .setReason(by.reason())
        .setChangedAt(clock.instant())
        .build();
  }

  private static List<ListedSpan> copy(@Nullable ListedEntry entry) {
    List<ListedSpan> copies = new ArrayList<>();
    if (entry != null) {
      entry.getListings().forEach(span -> copies.add(ListedSpan.newBuilder(span).build()));
    }
    return copies;
  }

  private static void refuseOverlap(
      ListName name, List<ListedSpan> listings, Instant from, Instant until) {
    for (ListedSpan span : listings) {
      if (span.getListedAt().isBefore(until) && end(span).isAfter(from)) {
        throw CommandFailure.failed(name + ": is listed already, since " + span.getListedAt());
      }
    }
  }

  private static Instant end(ListedSpan span) {
    Instant end = span.getDelistedAt();
    return end == null ? Instant.MAX : end;
  }

  private static Map<String, String> details(ListedEntry entry) {
    ListedSpan last = entry.getListings().get(entry.getListings().size() - 1);
    Instant end = last.getDelistedAt();
    return Map.of(
        "version",
        Integer.toString(entry.getVersion()),
        "listed_at",
        last.getListedAt().toString(),
        "delisted_at",
        end == null ? "" : end.toString());
  }

  private byte[] bytes(ListedEntry entry) {
    return serde.serializer().serialize(topic.name(), entry);
  }

  @Override
  public void close() {
    audit.close();
    rows.close();
  }
}
