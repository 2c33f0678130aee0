package dev.rampart.ops.audit;

import dev.rampart.ops.http.Page;
import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the audit from its topic. Safe for use by many threads, which take turns. */
public final class AuditArchive implements AuditSource, AutoCloseable {
  private static final long STEP = 1_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final AuditReader reader;

  /**
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public AuditArchive(Map<String, Object> client, Topics topics, SchemaRegistry registry) {
    this.reader = new AuditReader(client, topics.audit(), registry);
  }

  /**
   * Which entries are asked for.
   *
   * @param entity only those about it; empty for all
   * @param actor only those of it; empty for all
   */
  public record Question(Optional<String> entity, Optional<String> actor) {
    boolean accepts(AuditEvent event) {
      return entity.map(event.getEntity()::equals).orElse(true)
          && actor.map(event.getActor()::equals).orElse(true);
    }
  }

  /**
   * Entries, the newest first.
   *
   * @param before cursor of the page before; empty for the newest
   * @param limit 1 or more
   */
  @Override
  public synchronized Page<AuditItem> page(Question question, OptionalLong before, int limit) {
    long begin = reader.begin();
    long end = Math.min(reader.settledEnd(), before.orElse(Long.MAX_VALUE));
    List<AuditItem> items = new ArrayList<>();
    while (end > begin && items.size() < limit) {
      long from = Math.max(begin, end - STEP);
      end = take(reader.read(from, end, LIMIT), from, question, limit, items);
    }
    return new Page<>(items, end > begin ? Long.toString(end) : null);
  }

  /** Takes from the end of a stretch on, and says from which place on all were looked at. */
  private static long take(
      List<AuditEntry> stretch, long from, Question question, int limit, List<AuditItem> items) {
    for (int i = stretch.size() - 1; i >= 0; i--) {
      AuditEvent event = stretch.get(i).event();
      if (event != null && question.accepts(event)) {
        items.add(AuditItem.of(event));
      }
      if (items.size() == limit) {
        return stretch.get(i).offset();
      }
    }
    return from;
  }

  /** Holds all entries that are committed now against their chain. */
  @Override
  public synchronized Verification verify() {
    ChainCheck check = new ChainCheck();
    long end = reader.settledEnd();
    for (long from = reader.begin(); from < end; from += STEP) {
      reader.read(from, Math.min(end, from + STEP), LIMIT).forEach(check::take);
    }
    return check.outcome();
  }

  @Override
  public synchronized void close() {
    reader.close();
  }
}
