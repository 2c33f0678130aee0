package dev.rampart.topology.decide;

import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.actions.policy.Policies;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.Verdict;
import dev.rampart.actions.restraint.RestraintBook;
import dev.rampart.actions.restraint.Restraints;
import dev.rampart.topology.classify.Classified;
import dev.rampart.topology.deadletters.DeadLetters;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.FindingInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.retention.IdleRecords;
import dev.rampart.topology.retention.Sweep;
import dev.rampart.topology.state.AccountRecords;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Evaluates the policies. Feedback passes: it is not judged, it judges. */
public final class Decide implements Processor<String, Classified, String, Object> {
  private final Policies policies;
  private final RestraintBook restraints;
  private final ScoreVector scoreVector;
  private final Duration kept;
  private final MeterRegistry meters;
  private ProcessorContext<String, Object> context;
  private AccountRecords ledgers;
  private DeadLetters deadLetters;
  private Sweep sweep;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private Decide(
      Policies policies,
      RestraintBook restraints,
      List<String> scoreNames,
      Duration kept,
      MeterRegistry meters) {
    this.policies = policies;
    this.restraints = restraints;
    this.scoreVector = new ScoreVector(scoreNames);
    this.kept = kept;
    this.meters = meters;
  }

  /**
   * Makes the processors of all tasks.
   *
   * @param restraints what keeps policies from acting
   * @param scoreNames order in which the policies want scores, as {@code model.label}
   * @param kept how long ledgers in which all is over are kept
   */
  public static ProcessorSupplier<String, Classified, String, Object> supplier(
      Policies policies,
      RestraintBook restraints,
      List<String> scoreNames,
      Duration kept,
      MeterRegistry meters) {
    Gauge.builder("rampart.rule.failures", policies, Decide::failures)
        .description("Evaluations that failed of the rules in force, since they were compiled")
        .baseUnit("evaluations")
        .register(meters);
    return () -> new Decide(policies, restraints, scoreNames, kept, meters);
  }

  private static double failures(Policies policies) {
    return policies.at(System.currentTimeMillis()).evaluationErrors().values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.ledgers = new AccountRecords(context.getStateStore(Nodes.ACCOUNT_LEDGER));
    this.deadLetters = new DeadLetters(context, Nodes.DECIDE, meters);
    this.sweep =
        Sweep.schedule(
            context,
            Nodes.ACCOUNT_LEDGER,
            new IdleRecords(ledgers, AccountLedger::isIdleSince),
            kept,
            meters);
  }

  @Override
  public void process(Record<String, Classified> record) {
    InputEvent event = record.value().enriched().event();
    sweep.sees(event.eventTime());
    LedgerEntry ledger = new LedgerEntry(ledgers, record.key(), event.eventTime());
    Judged judged;
    try {
      PolicySet inForce = policies.at(event.eventTime());
      judged = judge(inForce, record.value(), ledger);
    } catch (StreamsException storeAtFault) {
      throw storeAtFault;
    } catch (RuntimeException failure) {
      deadLetters.send(record, event.origin(), failure);
      return;
    }
    context.forward(record.withValue(judged), Nodes.LEDGER);
  }

  private Judged judge(PolicySet inForce, Classified classified, LedgerEntry ledger) {
    InputEvent event = classified.enriched().event();
    if (event instanceof FeedbackInput) {
      return new Judged(classified, inForce, Verdict.NONE, ledger, List.of());
    }
    Restraints holding = restraints.current();
    Verdict verdict = holding.restrain(verdict(inForce, classified, ledger), event);
    return new Judged(classified, inForce, verdict, ledger, holding.namesFor(event));
  }

  /** What is wanted of the past was decided when it was found out; the rest is decided here. */
  private Verdict verdict(PolicySet inForce, Classified classified, LedgerEntry ledger) {
    InputEvent event = classified.enriched().event();
    if (event instanceof FindingInput finding && finding.finding().getAmendment() != null) {
      return AmendmentVerdict.of(finding.finding());
    }
    return inForce.evaluate(
        event, classified.enriched().features(), scoreVector.of(classified.scores()), ledger);
  }
}
