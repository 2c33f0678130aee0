package dev.rampart.topology.entities;

import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.Finding;
import dev.rampart.topology.control.ControlKeys;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.topics.Nodes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Puts what is said of entities on the topics {@code control} and {@code findings}. */
final class EntityVoice {
  private final ProcessorContext<String, Object> context;

  EntityVoice(ProcessorContext<String, Object> context) {
    this.context = context;
  }

  /** Says what is new of an entity. */
  void say(String key, EntityKeeper keeper, EntityNews news) {
    String entity = entity(key, news.record());
    switch (news.telling()) {
      case HOT -> tellHot(entity, keeper, news);
      case COLD -> tellCold(entity, news.record().newest);
      case NOTHING -> {}
    }
    for (Remembered event : news.found()) {
      tellFound(entity, keeper, news, event);
    }
  }

  /** Takes back that an entity is hot. */
  @SuppressWarnings("NullAway") // a tombstone has no value
  void tellCold(String entity, long time) {
    context.forward(
        new Record<>(ControlKeys.of(ControlKind.HOT_ENTITY, entity), null, time), Nodes.CONTROL);
  }

  /** A text goes by its whole signature, so that others can tell copies of it. */
  static String entity(String key, EntityRecord record) {
    TextSignature signature = record.signature;
    return signature == null ? key : EntityKeys.of(EntityKind.CONTENT, signature.hex());
  }

  private void tellHot(String entity, EntityKeeper keeper, EntityNews news) {
    ControlRecord fact = new ControlRecord();
    fact.setEntity(entity);
    fact.setKind(ControlKind.HOT_ENTITY);
    fact.setValues(values(keeper.names(), news.values()));
    fact.setReason("");
    fact.setSetBy("rampart");
    fact.setSetAt(Instant.ofEpochMilli(news.record().newest));
    fact.setExpiresAt(Instant.ofEpochMilli(news.record().newest + keeper.holdMillis()));
    fact.setDetails(Map.of());
    context.forward(
        new Record<>(ControlKeys.of(ControlKind.HOT_ENTITY, entity), fact, news.record().newest),
        Nodes.CONTROL);
  }

  private void tellFound(String entity, EntityKeeper keeper, EntityNews news, Remembered event) {
    Finding finding = new Finding();
    finding.setFindingId(id(entity, event));
    finding.setAbout(event.eventId());
    finding.setMessageId(event.message() ? event.eventId() : null);
    finding.setAccountId(event.accountId());
    finding.setChannelId(event.channelId());
    finding.setGuildId(event.guildId().isEmpty() ? null : event.guildId());
    finding.setEntity(entity);
    finding.setValues(values(keeper.names(), news.values()));
    finding.setHappenedAt(Instant.ofEpochMilli(event.time()));
    finding.setFoundAt(Instant.ofEpochMilli(news.record().newest));
    context.forward(new Record<>(event.accountId(), finding, news.record().newest), Nodes.FOUND);
  }

  private static String id(String entity, Remembered event) {
    String name = "finding\n" + entity + "\n" + event.eventId();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Map<String, Double> values(List<String> names, double[] values) {
    Map<String, Double> byName = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        byName.put(names.get(i), values[i]);
      }
    }
    return byName;
  }
}
