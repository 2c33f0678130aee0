package dev.rampart.ops.policies;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.actions.restraint.Entities;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * Everything that can be asked about policies and done to them over HTTP. Safe for use by many
 * threads, which take turns. A change that is only rehearsed answers what would happen, with all
 * its refusals, and writes nothing.
 */
public final class Desk implements AutoCloseable {
  private final PolicyTopics topics;
  private final PolicyVocabulary vocabulary;
  private final Clock clock;
  private final PolicyDesk policies;
  private final ControlDesk control;

  /**
   * @param topics are closed with this
   * @param vocabulary what policies may name
   */
  public Desk(PolicyTopics topics, PolicyVocabulary vocabulary, Clock clock) {
    this.topics = topics;
    this.vocabulary = vocabulary;
    this.clock = clock;
    this.policies = new PolicyDesk(topics, clock);
    this.control = new ControlDesk(topics, clock);
  }

  /**
   * All policies, by id.
   *
   * @param actions of a policy in the last hour
   */
  public synchronized List<PolicyLine> list(ToLongFunction<String> actions) {
    return new PolicyBoard(topics.versions().values(), topics.control(), actions, clock.instant())
        .lines();
  }

  /**
   * One policy.
   *
   * @throws ProblemException 404 where no version of it was published
   */
  public synchronized PolicyCard card(String policy) {
    return new PolicyCard(
        policy,
        known(policy).versions().stream()
            .sorted(Comparator.comparingInt(PolicyVersion::getVersion).reversed())
            .map(PolicyCard.Version::of)
            .toList());
  }

  /** What changed from one version to another. */
  public synchronized List<LineDiff.Line> diff(String policy, int from, int to) {
    PolicyShelf shelf = known(policy);
    return LineDiff.between(document(shelf, from), document(shelf, to));
  }

  /** The thresholds of the live version. */
  public synchronized List<ThresholdLine> thresholds(String policy) {
    PolicyVersion live =
        known(policy)
            .in(PolicyState.LIVE)
            .orElseThrow(() -> ProblemException.notFound(policy + ": no version of it is live"));
    try {
      return ThresholdLine.of(PolicyDocument.parse(policy, live.getDocument()));
    } catch (PolicyException unusable) {
      throw ProblemException.conflict(policy + ": the live version cannot be read");
    }
  }

  /** What is wrong with a draft. */
  public List<PolicyProblem> validate(String document) {
    return Draft.problems(document, vocabulary);
  }

  /**
   * Brings a version to a state.
   *
   * @param mayAct whether the caller may make policies act, or stop them
   */
  public synchronized Published publish(
      Publication wanted, Signature by, boolean mayAct, boolean dryRun) {
    PolicyText text = Draft.text(wanted.document(), vocabulary);
    if (!text.policy().equals(wanted.policy())) {
      throw ProblemException.wrongInput(
          "document: found policy %s, allowed is %s".formatted(text.policy(), wanted.policy()));
    }
    return make(
        dryRun,
        () -> {
          requireLeave(text, wanted.state(), mayAct);
          return policies.publish(
              text, wanted.state(), wanted.canaryShare(), wanted.effectiveIn(), by);
        });
  }

  /** Also who takes a version out of force decides what is done to accounts. */
  private void requireLeave(PolicyText text, PolicyState state, boolean mayAct) {
    PolicyVersion known = topics.versions().get(Transitions.key(text.policy(), text.version()));
    boolean acts = state.compareTo(PolicyState.SHADOW) > 0;
    boolean acted = known != null && PolicyShelf.stateOf(known).compareTo(PolicyState.SHADOW) > 0;
    if ((acts || acted) && !mayAct) {
      throw ProblemException.forbidden(
          "%s to %s: required is permission PUBLISH".formatted(text.policy(), state));
    }
  }

  /** Approves the version that waits. */
  public synchronized Published approve(String policy, Duration in, Signature by, boolean dryRun) {
    PolicyShelf unused = known(policy);
    return make(dryRun, () -> policies.approve(policy, in, by));
  }

  /** Withdraws what acts. */
  Rollback.Applied rollBack(String policy, OptionalInt to, Duration in, Signature by) {
    PolicyShelf unused = known(policy);
    return Rollback.carryOut(policies, policy, to, in, by);
  }

  /** Stops a policy, or with {@code all} every one, or lets it act again. */
  public synchronized void kill(String policy, boolean stop, Signature by, boolean dryRun) {
    if (!policy.equals(Entities.ALL)) {
      PolicyShelf unused = known(policy);
    }
    make(
        dryRun,
        () -> {
          if (stop) {
            return control.kill(policy, by);
          }
          control.revive(policy, by);
          return policy;
        });
  }

  /** Snoozes that hold now. */
  public synchronized List<Snooze> snoozes() {
    return topics.control().values().stream()
        .filter(Snooze::is)
        .map(Snooze::of)
        .filter(snooze -> snooze.holdsAt(clock.instant()))
        .sorted(Comparator.comparing(Snooze::subject).thenComparing(Snooze::policy))
        .toList();
  }

  /** Spares a subject for a while. */
  public synchronized Snooze snooze(
      String subject, String policy, Duration time, Signature by, boolean dryRun) {
    Snooze.check(subject, time);
    return Snooze.of(make(dryRun, () -> control.snooze(subject, policy, time, by)));
  }

  /** Ends a snooze before its time. */
  public synchronized void wake(String subject, String policy, Signature by, boolean dryRun) {
    make(
        dryRun,
        () -> {
          control.wake(subject, policy, by);
          return subject;
        });
  }

  /** What the installation asks of all its policies. */
  public synchronized Settings settings() {
    return Settings.of(topics.control());
  }

  /** Changes that. */
  public synchronized Settings settings(
      UnaryOperator<Settings> change, Signature by, boolean dryRun) {
    return make(
        dryRun,
        () -> {
          Settings changed = change.apply(Settings.of(topics.control()));
          if (!changed.problems().isEmpty()) {
            throw ProblemException.wrongInput(changed.problems());
          }
          control.settings(changed, by);
          return changed;
        });
  }

  /** Does something with nobody else at the desk. */
  synchronized <T> T take(Supplier<T> work) {
    return work.get();
  }

  synchronized <T> T make(boolean dryRun, Supplier<T> work) {
    return dryRun ? topics.rehearse(work) : topics.change(work);
  }

  PolicyTopics topics() {
    return topics;
  }

  Clock clock() {
    return clock;
  }

  private PolicyShelf known(String policy) {
    PolicyShelf shelf = PolicyShelf.of(policy, topics.versions().values());
    if (shelf.versions().isEmpty()) {
      throw ProblemException.notFound(policy + ": no version of it was published");
    }
    return shelf;
  }

  private static String document(PolicyShelf shelf, int version) {
    return shelf
        .version(version)
        .map(PolicyVersion::getDocument)
        .orElseThrow(
            () -> ProblemException.notFound(shelf.policy() + ": has no version " + version));
  }

  @Override
  public synchronized void close() {
    topics.close();
  }
}
