package dev.rampart.topology.ledger;

import dev.rampart.actions.event.EventField;
import dev.rampart.schemas.Amendment;
import dev.rampart.schemas.EventFacts;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.Finding;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.FindingInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.UserInput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what rules may ask of an event, its text aside, as part of a decision. */
final class FactsWriter {
  private FactsWriter() {}

  static EventFacts write(InputEvent event) {
    EventFacts facts = new EventFacts();
    facts.setKind((String) event.value(EventField.KIND));
    facts.setMentions(List.of());
    facts.setAttachmentHashes(List.of());
    facts.setDomains(List.of());
    if (event instanceof MessageInput message) {
      addMessage(facts, message);
    } else if (event instanceof UserInput user) {
      addUser(facts, user);
    } else if (event instanceof FeedbackInput feedback) {
      addFeedback(facts, feedback.feedback());
    } else if (event instanceof FindingInput finding) {
      addFinding(facts, finding.finding());
    }
    return facts;
  }

  private static void addMessage(EventFacts facts, MessageInput event) {
    MessageEvent message = event.message();
    facts.setRecipientId(message.getRecipientId());
    facts.setReplyTo(message.getReplyTo());
    facts.setAgeGroup(message.getAgeGroup());
    facts.setLocale(message.getLocale());
    facts.setDeviceHash(message.getDeviceHash());
    facts.setIpHash(message.getIpHash());
    facts.setContentLength(count(event, EventField.CONTENT_LENGTH));
    facts.setMentions(message.getMentions());
    facts.setAttachmentHashes(message.getAttachmentHashes());
    facts.setDomains(event.links().domains());
    facts.setLinkCount(count(event, EventField.LINK_COUNT));
  }

  private static int count(InputEvent event, EventField field) {
    return ((Long) event.value(field)).intValue();
  }

  private static void addUser(EventFacts facts, UserInput event) {
    facts.setTargetId(textOrNull(event, EventField.TARGET_ID));
    facts.setDeviceHash(textOrNull(event, EventField.DEVICE_HASH));
    facts.setIpHash(textOrNull(event, EventField.IP_HASH));
    facts.setAgeGroup(textOrNull(event, EventField.AGE_GROUP));
    Instant createdAt = (Instant) event.value(EventField.ACCOUNT_CREATED_AT);
    facts.setAccountCreatedAt(createdAt.equals(Instant.EPOCH) ? null : createdAt);
  }

  private static @Nullable String textOrNull(InputEvent event, EventField field) {
    String text = (String) event.value(field);
    return text.isEmpty() ? null : text;
  }

  private static void addFeedback(EventFacts facts, Feedback feedback) {
    facts.setJudgedActionId(feedback.getActionId());
    facts.setJudgedEventId(feedback.getEventId());
    facts.setLabel(feedback.getLabel());
  }

  private static void addFinding(EventFacts facts, Finding finding) {
    facts.setMessageId(finding.getMessageId());
    Amendment amendment = finding.getAmendment();
    facts.setAmendment(amendment == null ? null : amendment.getAmendmentId());
  }
}
