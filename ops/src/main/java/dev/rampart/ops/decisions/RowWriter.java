package dev.rampart.ops.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventFacts;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.MatchedRule;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Writes a decision as the first columns of a row, in the order of {@link SegmentSql#COLUMNS}. */
final class RowWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EventFacts UNKNOWN =
      EventFacts.newBuilder().setKind("").setContentLength(0).setLinkCount(0).build();

  private RowWriter() {}

  static void write(
      DuckDBAppender row, Decision decision, int partition, long offset, @Nullable String text)
      throws SQLException {
    EventFacts facts = Objects.requireNonNullElse(decision.getEvent(), UNKNOWN);
    writeIds(row, decision, facts);
    writeContent(row, facts, text);
    writeTimes(row, decision, facts);
    row.append(Objects.toString(facts.getJudgedActionId(), null))
        .append(facts.getJudgedEventId())
        .append(facts.getLabel())
        .append(decision.getAbout())
        .append(facts.getMessageId())
        .append(facts.getAmendment())
        .append(facts.getAgeGroup())
        .append(decision.getRestraints())
        .append(decision.getSource().getTopic())
        .append(decision.getSource().getPartition())
        .append(decision.getSource().getOffset())
        .append(partition)
        .append(offset)
        .append(decision.getCatalogueVersion())
        .append(models(decision))
        .append(json(decision.getPolicyVersions()))
        .append(json(decision.getMatchedRules().stream().map(RowWriter::matched).toList()))
        .append(json(decision.getActions().stream().map(RowWriter::action).toList()));
  }

  private static void writeIds(DuckDBAppender row, Decision decision, EventFacts facts)
      throws SQLException {
    row.append(decision.getEventId())
        .append(decision.getEventType().name().toLowerCase(Locale.ROOT))
        .append(facts.getKind())
        .append(decision.getAuthorId())
        .append(decision.getGuildId())
        .append(decision.getChannelId())
        .append(facts.getRecipientId())
        .append(facts.getTargetId())
        .append(facts.getReplyTo())
        .append(facts.getLocale())
        .append(facts.getDeviceHash())
        .append(facts.getIpHash())
        .append(surface(decision));
  }

  private static @Nullable String surface(Decision decision) {
    if (decision.getEventType() != EventType.MESSAGE) {
      return null;
    }
    return decision.getGuildId() == null ? "direct" : "guild";
  }

  private static void writeContent(DuckDBAppender row, EventFacts facts, @Nullable String text)
      throws SQLException {
    row.append(text)
        .append(facts.getContentLength())
        .append(facts.getMentions().size())
        .append(facts.getMentions())
        .append(facts.getAttachmentHashes().size())
        .append(facts.getAttachmentHashes())
        .append(facts.getLinkCount())
        .append(facts.getDomains());
  }

  private static void writeTimes(DuckDBAppender row, Decision decision, EventFacts facts)
      throws SQLException {
    Instant createdAt = facts.getAccountCreatedAt();
    if (createdAt == null) {
      row.appendNull();
    } else {
      row.appendEpochMillis(createdAt.toEpochMilli());
    }
    row.appendEpochMillis(decision.getEventTime().toEpochMilli())
        .appendEpochMillis(decision.getDecidedAt().toEpochMilli());
  }

  private static String models(Decision decision) {
    return String.join(
        ",",
        decision.getScores().stream()
            .map(scores -> scores.getModel() + "@" + scores.getVersion())
            .toList());
  }

  private static Map<String, Object> matched(MatchedRule rule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("policy", rule.getPolicy());
    fields.put("version", rule.getPolicyVersion());
    fields.put("rule", rule.getRule());
    fields.put("mode", rule.getMode().name());
    return fields;
  }

  private static Map<String, Object> action(EnforcementAction action) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("action_id", action.getActionId().toString());
    fields.put("kind", action.getKind().name());
    fields.put("subject_type", action.getSubjectType().name());
    fields.put("subject_id", action.getSubjectId());
    fields.put("policy", action.getPolicy());
    fields.put("version", action.getPolicyVersion());
    fields.put("rule", action.getRule());
    fields.put("mode", action.getMode().name());
    fields.put("reverses", Objects.toString(action.getReverses(), null));
    return fields;
  }

  private static String json(Object value) {
    if (value instanceof List<?> list && list.isEmpty()) {
      return "[]";
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
