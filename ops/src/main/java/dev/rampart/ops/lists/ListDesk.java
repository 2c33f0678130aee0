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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts entries on the lists of an installation and withdraws them. A change is committed with its
 * entry of the audit before a call returns. What was listed once stays in the record: it counts for
 * the events of its time. Safe for use by many threads, one at a time.
 */
public final class ListDesk implements AutoCloseable {
  /** Long enough for every instance to have read a change before it holds. */
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private final Topic<ListedEntry> topic;
  private final AvroSerde<ListedEntry> serde;
  private final TableReader<ListedEntry> rows;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * Connects.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param audit is closed with this
   * @param clock tells when something is done
   */
  public ListDesk(
      Map<String, Object> client,
      Topics topics,
      SchemaRegistry registry,
      AuditLog audit,
      Clock clock) {
    this.topic = topics.lists();
    this.serde = AvroSerde.of(topic.value(), registry, topic.schemaSubject());
    this.rows = new TableReader<>(client, topic, registry);
    this.audit = audit;
    this.clock = clock;
  }

  /** All entries, those that are listed no more among them, in the order of their names. */
  public synchronized List<ListedEntry> entries() {
    return rows.rows().values().stream()
        .sorted(Comparator.comparing(entry -> ListName.of(entry).key()))
        .toList();
  }

  /**
   * Puts an entry on a list.
   *
   * @param asked first moment of event time at which it is listed; a second from now where empty
   * @param until first moment at which it is listed no more; empty for one that stays
   * @param dryRun whether only to answer what the entry would be
   * @throws CommandFailure where it is listed at one of these times already
   */
  public ListedEntry put(
      ListName name,
      Optional<Instant> asked,
      Optional<Instant> until,
      Signature by,
      boolean dryRun) {
    Instant from = momentOr(asked);
    return change(
        "list.put",
        name,
        by,
        dryRun,
        listings -> {
          refuseOverlap(name, listings, from, until.orElse(Instant.MAX));
          listings.add(
              ListedSpan.newBuilder().setListedAt(from).setDelistedAt(until.orElse(null)).build());
        });
  }

  /**
   * Withdraws an entry from a list.
   *
   * @param asked first moment of event time at which it is listed no more; a second from now where
   *     empty
   * @param dryRun whether only to answer what the entry would be
   * @throws CommandFailure where it is not listed at that time
   */
  public ListedEntry withdraw(
      ListName name, Optional<Instant> asked, Signature by, boolean dryRun) {
    Instant at = momentOr(asked);
    return change(
        "list.withdraw",
        name,
        by,
        dryRun,
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

  private Instant momentOr(Optional<Instant> asked) {
    return asked.orElseGet(() -> clock.instant().plus(AHEAD));
  }

  private synchronized ListedEntry change(
      String operation, ListName name, Signature by, boolean dryRun, Work work) {
    Supplier<ListedEntry> whole = () -> changed(operation, name, by, work);
    return dryRun ? audit.rehearse(whole) : audit.change(whole);
  }

  private ListedEntry changed(String operation, ListName name, Signature by, Work work) {
    ListedEntry before = rows.rows().get(name.key());
    List<ListedSpan> listings = copy(before);
    work.on(listings);
    ListedEntry after = entry(name, before, listings, by);
    Deed deed = new Deed(operation, name.toString(), details(after));
    audit.write(by, deed, after.getChangedAt());
    audit.apply(topic.name(), name.key(), bytes(after));
    return after;
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
  public synchronized void close() {
    audit.close();
    rows.close();
  }
}
