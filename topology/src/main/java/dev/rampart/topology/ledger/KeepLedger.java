package dev.rampart.topology.ledger;

import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.Finding;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.SubjectType;
import dev.rampart.topology.deadletters.Cause;
import dev.rampart.topology.deadletters.DeadLetters;
import dev.rampart.topology.decide.Judged;
import dev.rampart.topology.decide.LedgerEntry;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.FindingInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Settles what is done (conflicts, cool-downs, ladder), keeps it, and sends everything out.
 * Feedback that overturns an action takes it back here; an ERASE event removes the ledger and is
 * confirmed on the audit topic in the same transaction.
 */
public final class KeepLedger implements Processor<String, Judged, String, Object> {
  private static final String UNKNOWN_ACTION =
      "the account's ledger holds no action of that id: a wrong subject_id, taken back already, or"
          + " too long ago";

  private final OutcomeWriter writer;
  private final MeterRegistry meters;
  private final OutcomeMeters counts;
  private final Erasure erasure = new Erasure(Clock.systemUTC());
  private final VerdictMeters verdicts;
  private ProcessorContext<String, Object> context;
  private DeadLetters deadLetters;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private KeepLedger(OutcomeWriter writer, VerdictMeters verdicts, MeterRegistry meters) {
    this.writer = writer;
    this.meters = meters;
    this.counts = new OutcomeMeters(meters);
    this.verdicts = verdicts;
  }

  /** Makes the processors of all tasks. */
  public static ProcessorSupplier<String, Judged, String, Object> supplier(
      String catalogueVersion, MeterRegistry meters) {
    VerdictMeters verdicts = new VerdictMeters(meters);
    return () ->
        new KeepLedger(new OutcomeWriter(catalogueVersion, Clock.systemUTC()), verdicts, meters);
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.deadLetters = new DeadLetters(context, Nodes.LEDGER, meters);
  }

  @Override
  public void process(Record<String, Judged> record) {
    Judged judged = record.value();
    Outcome outcome;
    boolean changed;
    try {
      Optional<List<DecidedAction>> decided = settle(judged);
      if (decided.isEmpty()) {
        deadLetters.send(record, judged.event().origin(), Cause.UNKNOWN_ACTION, UNKNOWN_ACTION);
        return;
      }
      changed = !decided.get().isEmpty();
      outcome = writer.write(judged, decided.get());
    } catch (StreamsException storeAtFault) {
      throw storeAtFault;
    } catch (RuntimeException failure) {
      deadLetters.send(record, judged.event().origin(), failure);
      return;
    }
    if (changed) {
      judged.ledger().keep();
    }
    send(record, outcome);
    if (Erasure.isAskedBy(judged.event())) {
      erase(record);
    }
  }

  /** What is done; empty when feedback overturns an action that the ledger does not know. */
  private Optional<List<DecidedAction>> settle(Judged judged) {
    if (judged.event() instanceof FeedbackInput feedback) {
      countVerdict(judged, feedback.feedback());
      return takeBack(judged.ledger(), feedback.feedback());
    }
    return Optional.of(judged.verdict().intents().isEmpty() ? List.of() : act(judged));
  }

  private static List<DecidedAction> act(Judged judged) {
    InputEvent event = judged.event();
    List<ActionIntent> intents = judged.verdict().intents();
    AccountLedger ledger = judged.ledger().ledger();
    if (event instanceof FindingInput finding && finding.finding().getAmendment() != null) {
      Finding found = finding.finding();
      long happenedAt = found.getHappenedAt().toEpochMilli();
      return ledger.amend(intents, found.getAbout(), happenedAt, event.eventTime());
    }
    return ledger.apply(intents, event.eventId(), event.eventTime());
  }

  private void countVerdict(Judged judged, Feedback feedback) {
    UUID action = feedback.getActionId();
    if (action != null && feedback.getOutcome() != FeedbackOutcome.LABELLED) {
      judged
          .ledger()
          .ledger()
          .matchOf(action)
          .ifPresent(match -> verdicts.count(feedback, action, match.policy(), judged.policies()));
    }
  }

  private static Optional<List<DecidedAction>> takeBack(LedgerEntry entry, Feedback feedback) {
    if (feedback.getOutcome() != FeedbackOutcome.OVERTURNED || feedback.getActionId() == null) {
      return Optional.of(List.of());
    }
    return entry
        .ledger()
        .overturn(
            feedback.getActionId(),
            feedback.getFeedbackId(),
            feedback.getDecidedAt().toEpochMilli())
        .map(List::of);
  }

  private void send(Record<String, Judged> record, Outcome outcome) {
    counts.count(outcome, record.timestamp());
    context.forward(record.withValue(outcome.decision()), Nodes.DECISIONS);
    for (EnforcementAction action : outcome.actions()) {
      context.forward(
          record.withKey(action.getSubjectId()).withValue(action), nodeOf(action.getSubjectType()));
    }
    for (ReviewItem review : outcome.reviews()) {
      context.forward(record.withKey(review.getSubjectId()).withValue(review), Nodes.REVIEW);
    }
  }

  /** The features went when the event passed them; with the ledger all is gone. */
  private void erase(Record<String, Judged> record) {
    record.value().ledger().erase();
    AuditEvent audit = erasure.confirmation(record.value().event());
    context.forward(record.withKey(audit.getEntity()).withValue(audit), Nodes.AUDIT);
  }

  private static String nodeOf(SubjectType subject) {
    return subject == SubjectType.MESSAGE ? Nodes.MESSAGE_ACTIONS : Nodes.USER_ACTIONS;
  }
}
