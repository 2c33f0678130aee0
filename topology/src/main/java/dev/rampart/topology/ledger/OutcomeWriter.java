package dev.rampart.topology.ledger;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.ReviewSample;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.schemas.serde.FixedCounts;
import dev.rampart.schemas.serde.Numbers;
import dev.rampart.topology.decide.Judged;
import dev.rampart.topology.event.FindingInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.Origin;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what was decided as the records of the output topics. Confined to one thread. */
final class OutcomeWriter {
  private static final String DEFAULT_QUEUE = "default";
  private static final String QUALITY_QUEUE = "quality";

  private final String catalogueVersion;
  private final Clock clock;
  private Map<String, Integer> versions = Map.of();
  private FixedCounts encodedVersions = new FixedCounts(versions);
  private final ScoreWriter scores = new ScoreWriter();

  /**
   * @param catalogueVersion version of the feature catalogue
   * @param clock tells when the decision was made
   */
  OutcomeWriter(String catalogueVersion, Clock clock) {
    this.catalogueVersion = catalogueVersion;
    this.clock = clock;
  }

  Outcome write(Judged judged, List<DecidedAction> decided) {
    if (decided.isEmpty()) {
      return new Outcome(decision(judged, List.of()), List.of(), List.of());
    }
    List<EnforcementAction> all = decided.stream().map(ActionRecords::action).toList();
    List<ReviewItem> reviews = new ArrayList<>(reviews(all));
    reviews.addAll(sampled(judged.policies(), toSend(all)));
    return new Outcome(decision(judged, all), toSend(all), reviews);
  }

  private Decision decision(Judged judged, List<EnforcementAction> actions) {
    InputEvent event = judged.event();
    Decision decision = new Decision();
    decision.setEventId(event.eventId());
    decision.setEventType(event.type());
    decision.setAuthorId(event.accountId());
    decision.setAbout(event instanceof FindingInput finding ? finding.finding().getAbout() : null);
    decision.setGuildId(event.guildId());
    decision.setChannelId(channelId(event));
    decision.setDecidedAt(clock.instant());
    decision.setEventTime(Instant.ofEpochMilli(event.eventTime()));
    decision.setCatalogueVersion(catalogueVersion);
    decision.setFeatures(new Numbers(judged.classified().enriched().features()));
    decision.setScores(scores.write(judged.classified().scores()));
    decision.setMatchedRules(matchedRules(judged.verdict().matches()));
    decision.setPolicyVersions(encoded(judged.policies().versions()));
    decision.setActions(actions);
    decision.setSource(source(event.origin()));
    decision.setEvent(FactsWriter.write(event));
    decision.setRestraints(judged.restraints());
    return decision;
  }

  private static @Nullable String channelId(InputEvent event) {
    String channel = (String) event.value(EventField.CHANNEL_ID);
    return channel.isEmpty() ? null : channel;
  }

  private static List<MatchedRule> matchedRules(List<RuleMatch> matches) {
    return matches.isEmpty()
        ? List.of()
        : matches.stream().map(ActionRecords::matchedRule).toList();
  }

  /** Encoded again only where other versions are in force than at the event before. */
  @SuppressWarnings(
      "ReferenceEquality") // Another map with the same versions is just encoded again.
  private FixedCounts encoded(Map<String, Integer> now) {
    if (now != versions) {
      versions = now;
      encodedVersions = new FixedCounts(now);
    }
    return encodedVersions;
  }

  private static SourcePosition source(Origin origin) {
    return new SourcePosition(origin.topic(), origin.partition(), origin.offset());
  }

  private static List<EnforcementAction> toSend(List<EnforcementAction> all) {
    return all.stream()
        .filter(OutcomeWriter::isEnforced)
        .filter(action -> action.getKind() != ActionKind.REVIEW)
        .toList();
  }

  private static List<ReviewItem> reviews(List<EnforcementAction> all) {
    return all.stream()
        .filter(OutcomeWriter::isEnforced)
        .filter(action -> action.getKind() == ActionKind.REVIEW)
        .map(OutcomeWriter::review)
        .toList();
  }

  /** Actions that are done and that people see afterwards, to measure how often they are right. */
  private static List<ReviewItem> sampled(PolicySet policies, List<EnforcementAction> sent) {
    List<ReviewItem> sampled = new ArrayList<>();
    for (EnforcementAction action : sent) {
      double share = policies.reviewSample(action.getPolicy());
      if (action.getReverses() == null && ReviewSample.includes(action.getActionId(), share)) {
        ReviewItem item = review(action);
        item.setQueue(QUALITY_QUEUE);
        item.setSamplingProbability(share);
        sampled.add(item);
      }
    }
    return sampled;
  }

  private static boolean isEnforced(EnforcementAction action) {
    return action.getMode() != PolicyMode.SHADOW;
  }

  private static ReviewItem review(EnforcementAction action) {
    ReviewItem item = new ReviewItem();
    item.setActionId(action.getActionId());
    item.setEventId(action.getEventId());
    item.setSubjectType(action.getSubjectType());
    item.setSubjectId(action.getSubjectId());
    item.setAccountId(action.getAccountId());
    item.setQueue(action.getParameters().getOrDefault("queue", DEFAULT_QUEUE));
    item.setPriority(Integer.parseInt(action.getParameters().getOrDefault("priority", "0")));
    item.setPolicy(action.getPolicy());
    item.setPolicyVersion(action.getPolicyVersion());
    item.setRule(action.getRule());
    item.setReasons(action.getReasons());
    item.setRequestedAt(action.getIssuedAt());
    return item;
  }
}
