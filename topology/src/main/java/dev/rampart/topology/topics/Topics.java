package dev.rampart.topology.topics;

import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.Finding;
import dev.rampart.schemas.ListedEntry;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.UserEvent;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The topics of one installation; their names share a prefix.
 *
 * @param prefix what every name starts with, {@code rampart.} unless configured
 */
public record Topics(String prefix) {
  /** Prefix of an installation that configures none. */
  public static final String DEFAULT_PREFIX = "rampart.";

  /** Messages from the platform, keyed by author. */
  public Topic<MessageEvent> messages() {
    return input("messages", MessageEvent.class);
  }

  /** User events from the platform, keyed by user. */
  public Topic<UserEvent> users() {
    return input("users", UserEvent.class);
  }

  /** Verdicts and labels from reviewers, keyed by account. */
  public Topic<Feedback> feedback() {
    return input("feedback", Feedback.class);
  }

  /** What to do to messages, keyed by message. */
  public Topic<EnforcementAction> messageActions() {
    return output("actions.messages", EnforcementAction.class);
  }

  /** What to do to users and guilds, keyed by their id. */
  public Topic<EnforcementAction> userActions() {
    return output("actions.users", EnforcementAction.class);
  }

  /** What people have to look at, keyed by subject. */
  public Topic<ReviewItem> review() {
    return output("review", ReviewItem.class);
  }

  /** One record an event, keyed by author. */
  public Topic<Decision> decisions() {
    return output("decisions", Decision.class);
  }

  /** Policy versions and their states. */
  public Topic<PolicyVersion> policies() {
    return new Topic<>(prefix + "policies", PolicyVersion.class, true, false);
  }

  /** Entries of reputation lists, with the times at which they were listed. */
  public Topic<ListedEntry> lists() {
    return new Topic<>(prefix + "lists", ListedEntry.class, true, false);
  }

  /** Hot entities, tripped budgets, kill switches, snoozes. */
  public Topic<ControlRecord> control() {
    return new Topic<>(prefix + "control", ControlRecord.class, true, false);
  }

  /** What people and Rampart itself changed or revealed. */
  public Topic<AuditEvent> audit() {
    return output("audit", AuditEvent.class);
  }

  /** What is found out later about earlier events, keyed by account. */
  public Topic<Finding> findings() {
    return input("findings", Finding.class);
  }

  /** What entities learn of events, from Rampart to itself: packed bytes without a contract. */
  public String sightings() {
    return prefix + "sightings";
  }

  /** What could not be processed: the original bytes, so it has no contract. */
  public String deadLetters() {
    return prefix + "dead-letters";
  }

  /** Schemas of the embedded registry, compacted, one partition. */
  public String schemas() {
    return prefix + "schemas";
  }

  /** Every topic that has a contract, in the order of the documentation. */
  public List<Topic<? extends SpecificRecord>> contracts() {
    return List.of(
        messages(),
        users(),
        feedback(),
        findings(),
        messageActions(),
        userActions(),
        review(),
        decisions(),
        policies(),
        control(),
        lists(),
        audit());
  }

  private <V extends SpecificRecord> Topic<V> input(String name, Class<V> value) {
    return new Topic<>(prefix + name, value, false, true);
  }

  private <V extends SpecificRecord> Topic<V> output(String name, Class<V> value) {
    return new Topic<>(prefix + name, value, false, false);
  }
}
