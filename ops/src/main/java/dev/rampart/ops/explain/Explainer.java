package dev.rampart.ops.explain;

import dev.rampart.ops.explain.DecisionItem.DecisionSource;
import dev.rampart.ops.explain.LedgerStory.LedgerStanding;
import dev.rampart.ops.feed.DecisionFeed;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.ops.inspect.FeatureValue;
import dev.rampart.ops.inspect.Hop;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.topology.Parts;
import dev.rampart.topology.features.FeatureDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Tells the whole story of a decision of the recent past. Safe for use by many threads. */
public final class Explainer {
  private static final int FORBIDDEN = 403;

  private final Parts parts;
  private final DecisionFeed feed;
  private final SourceEvents sources;
  private final Ledgers ledgers;
  private final VectorMaker vectors;
  private final RuleTeller rules;

  public Explainer(Parts parts, DecisionFeed feed, SourceEvents sources, Ledgers ledgers) {
    this.parts = parts;
    this.feed = feed;
    this.sources = sources;
    this.ledgers = ledgers;
    this.vectors = new VectorMaker(parts);
    this.rules = new RuleTeller(parts, sources, vectors);
  }

  /**
   * The decision of an event, or the one that holds an action.
   *
   * @param id of an event or action
   * @throws ProblemException 404 where the recent past does not hold it
   */
  public Decision find(String id) {
    return feed.find(id)
        .or(() -> uuid(id).flatMap(feed::decisionOf))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "no event or action '%s' among the newest %,d decisions; older ones are in the"
                            .formatted(id, feed.size())
                        + " decision log: ./rampart decisions query"));
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** An action with what became of it. */
  public ActionView action(UUID actionId, UnaryOperator<String> mask) {
    return feed.decisionOf(actionId)
        .flatMap(
            decision ->
                decision.getActions().stream()
                    .filter(action -> action.getActionId().equals(actionId))
                    .findFirst())
        .map(action -> view(action, mask))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "no action '%s' among the newest decisions".formatted(actionId)));
  }

  private ActionView view(EnforcementAction action, UnaryOperator<String> mask) {
    return ActionView.of(action, feed.reversalOf(action.getActionId()), mask);
  }

  /**
   * Text of the message that a decision is about; the caller has written the audit.
   *
   * @throws ProblemException 404 where there is none any more
   */
  public String text(Decision decision) {
    return sources
        .of(decision)
        .map(message -> message.message().getContent())
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "event %s: it is no message, or its text has left the topic"
                        .formatted(decision.getEventId())));
  }

  /**
   * Explains a decision.
   *
   * @param hop for the look at the account's ledger
   * @param mask of ids
   */
  public Explanation explain(Decision decision, Hop hop, UnaryOperator<String> mask) {
    List<String> notes = new ArrayList<>();
    LedgerStory ledger = ledger(decision, hop, notes);
    return new Explanation(
        decision.getEventId(),
        mask.apply(decision.getAuthorId()),
        decision.getEventType().name().toLowerCase(Locale.ROOT),
        decision.getEventTime(),
        decision.getDecidedAt(),
        DecisionSource.of(decision.getSource()),
        FactsView.of(decision, mask),
        decision.getCatalogueVersion(),
        features(decision, notes),
        decision.getScores().stream().map(ScoresView::of).toList(),
        decision.getPolicyVersions(),
        rules.rules(decision, ledger, mask, notes),
        ledger,
        decision.getActions().stream().map(action -> view(action, mask)).toList(),
        notes);
  }

  /**
   * The account's ledger around a decision.
   *
   * @throws ProblemException 503 where it cannot be read now
   */
  public LedgerStory ledger(Decision decision, Hop hop) {
    try {
      return ledgers
          .of(decision.getAuthorId(), hop)
          .map(ledger -> new LedgerHistory(ledger).around(decision))
          .orElseGet(() -> new LedgerStory(none(), none(), "ledger"));
    } catch (ProblemException refused) {
      if (refused.problem().status() != FORBIDDEN) {
        throw refused;
      }
      return ledgers
          .storyOfOwner(decision.getAuthorId(), decision.getEventId(), hop)
          .orElseThrow(() -> refused);
    }
  }

  private LedgerStory ledger(Decision decision, Hop hop, List<String> notes) {
    try {
      return ledger(decision, hop);
    } catch (ProblemException notNow) {
      notes.add("the ledger cannot be read now: " + notNow.problem().detail());
      return LedgerStory.UNKNOWN;
    }
  }

  private static LedgerStanding none() {
    return new LedgerStanding(0, 0);
  }

  private List<FeatureValue> features(Decision decision, List<String> notes) {
    List<FeatureValue> features = new ArrayList<>();
    boolean known = vectors.knows(decision);
    if (!known) {
      notes.add(
          "features have no names: the decision was made with catalogue %s, here runs %s"
              .formatted(decision.getCatalogueVersion(), parts.catalogue().version()));
    }
    for (int i = 0; i < decision.getFeatures().size(); i++) {
      double value = decision.getFeatures().get(i);
      FeatureDefinition feature = known ? parts.catalogue().features().get(i) : null;
      features.add(
          feature == null
              ? FeatureValue.of("#" + i, value, "")
              : FeatureValue.of(feature.name(), value, feature.unit()));
    }
    return features;
  }
}
