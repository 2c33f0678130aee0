package dev.rampart.peers;

import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.Verdict;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.ledger.ActionRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Rules and ledger, as in Rampart's last two stages. Actions are written inside the decision. */
final class Decisions extends KeyedProcessFunction<String, Event, Outcome> {
  private final String bootstrap;
  private transient Shared shared;
  private transient ValueState<byte[]> stored;

  Decisions(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  @Override
  public void open(OpenContext context) {
    shared = Shared.of(bootstrap);
    stored = getRuntimeContext().getState(new ValueStateDescriptor<>("ledger", byte[].class));
  }

  @Override
  public void processElement(Event event, Context context, Collector<Outcome> out)
      throws Exception {
    MessageInput message = shared.message(event);
    AccountLedger ledger = AccountLedger.decode(stored.value());
    PolicySet policies = shared.parts.policies().at(message.eventTime());
    Verdict verdict =
        policies.evaluate(
            message, event.features, event.scores, ledger.standingAt(message.eventTime()));
    List<DecidedAction> decided = List.of();
    if (!verdict.intents().isEmpty()) {
      decided = ledger.apply(verdict.intents(), message.eventId(), message.eventTime());
      if (!decided.isEmpty()) {
        stored.update(ledger.encode());
      }
    }
    out.collect(outcome(event, decision(event, message, policies, verdict, decided)));
  }

  private Outcome outcome(Event event, Decision decision) {
    Outcome outcome = new Outcome();
    outcome.key = event.account.getBytes(StandardCharsets.UTF_8);
    outcome.decision =
        shared.decisions.serializer().serialize(Shared.TOPICS.decisions().name(), decision);
    outcome.timestamp = event.timestamp;
    return outcome;
  }

  private Decision decision(
      Event event,
      MessageInput message,
      PolicySet policies,
      Verdict verdict,
      List<DecidedAction> decided) {
    List<Double> features = new ArrayList<>(event.features.length);
    for (double value : event.features) {
      features.add(value);
    }
    return Decision.newBuilder()
        .setEventId(message.eventId())
        .setEventType(EventType.MESSAGE)
        .setAuthorId(event.account)
        .setGuildId(message.guildId())
        .setChannelId(message.message().getChannelId())
        .setDecidedAt(Instant.now())
        .setEventTime(Instant.ofEpochMilli(message.eventTime()))
        .setCatalogueVersion(shared.parts.catalogue().version())
        .setFeatures(features)
        .setScores(List.of())
        .setMatchedRules(verdict.matches().stream().map(ActionRecords::matchedRule).toList())
        .setPolicyVersions(policies.versions())
        .setActions(decided.stream().map(ActionRecords::action).toList())
        .setSource(
            new SourcePosition(Shared.TOPICS.messages().name(), event.partition, event.offset))
        .build();
  }
}
