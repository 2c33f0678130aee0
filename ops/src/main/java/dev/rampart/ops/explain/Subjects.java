package dev.rampart.ops.explain;

import dev.rampart.ops.explain.SubjectStory.SubjectSnooze;
import dev.rampart.ops.feed.DecisionFeed;
import dev.rampart.ops.feed.DecisionFilter;
import dev.rampart.ops.inspect.AccountFeatures;
import dev.rampart.ops.inspect.ControlFacts;
import dev.rampart.ops.inspect.Hop;
import dev.rampart.ops.inspect.LedgerRecord;
import dev.rampart.schemas.ControlRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Gathers what is known of a user, from whichever instance owns him. Safe for use by many threads.
 */
public final class Subjects {
  private static final int MOST_DECISIONS = 50;
  private static final String USER = "user:";
  private static final String POLICY = "/policy:";
  private static final LedgerRecord NOTHING =
      new LedgerRecord(0, 0, List.of(), List.of(), List.of(), List.of());

  private final Ledgers ledgers;
  private final ControlFacts facts;
  private final DecisionFeed feed;

  public Subjects(Ledgers ledgers, ControlFacts facts, DecisionFeed feed) {
    this.ledgers = ledgers;
    this.facts = facts;
    this.feed = feed;
  }

  /**
   * What is known of a user; a user that nothing is known of has an empty story.
   *
   * @throws dev.rampart.ops.http.ProblemException 503 where that cannot be told now
   */
  public SubjectStory story(String subject, Hop hop) {
    LedgerRecord ledger = ledgers.of(subject, hop).orElse(NOTHING);
    Optional<AccountFeatures> features = ledgers.features(subject, hop);
    return new SubjectStory(
        subject,
        ledger.activeStrikes(),
        ledger.recentActions(),
        ledger.strikes(),
        ledger.cooldowns(),
        ledger.actions(),
        ledger.ladder(),
        features.map(AccountFeatures::lastEventAt).orElse(null),
        features.map(AccountFeatures::features).orElse(List.of()),
        facts.snoozes(USER + subject + POLICY).stream().map(Subjects::snooze).toList(),
        decisions(subject));
  }

  private static SubjectSnooze snooze(ControlRecord fact) {
    String entity = fact.getEntity();
    return new SubjectSnooze(
        entity.substring(entity.indexOf(POLICY) + POLICY.length()),
        fact.getReason(),
        fact.getSetBy(),
        fact.getSetAt(),
        fact.getExpiresAt());
  }

  private List<DecisionItem> decisions(String subject) {
    return feed
        .page(DecisionFilter.about(subject), OptionalLong.empty(), MOST_DECISIONS)
        .decisions()
        .stream()
        .map(decision -> DecisionItem.of(decision, UnaryOperator.identity()))
        .toList();
  }
}
