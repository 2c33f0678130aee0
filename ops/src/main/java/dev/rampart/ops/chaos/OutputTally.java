package dev.rampart.ops.chaos;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SourcePosition;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * What came out, held against what went in: which input offsets have a decision, how often, and in
 * which order; which actions were decided, and which were sent.
 *
 * <p>Memory: one bit an input record, some 50 bytes an action. Confined to one thread.
 */
public final class OutputTally {
  private final Map<TopicPartition, BitSet> decided = new HashMap<>();
  private final Map<TopicPartition, Long> newest = new HashMap<>();
  private final Set<UUID> promised = new HashSet<>();
  private final Set<String> found = new HashSet<>();
  private final Set<UUID> sent = new HashSet<>();
  private long decisions;
  private long duplicateDecisions;
  private long disorder;
  private long actions;
  private long duplicateActions;

  /** Counts a decision, in the order of its output partition. */
  public void add(Decision decision) {
    SourcePosition source = decision.getSource();
    TopicPartition from = new TopicPartition(source.getTopic(), source.getPartition());
    if (decision.getEventType() == EventType.FINDING) {
      duplicateDecisions += found.add(decision.getEventId()) ? 0 : 1;
    } else {
      decisions++;
    }
    BitSet seen = decided.computeIfAbsent(from, partition -> new BitSet());
    int offset = Math.toIntExact(source.getOffset());
    if (seen.get(offset)) {
      duplicateDecisions++;
    } else {
      seen.set(offset);
      checkOrder(from, offset);
    }
    decision.getActions().stream()
        .filter(action -> action.getMode() != PolicyMode.SHADOW)
        .forEach(action -> promised.add(action.getActionId()));
  }

  /** Counts an action that was sent to a moderation service or reviewer. */
  public void add(EnforcementAction action) {
    addSent(action.getActionId());
  }

  /** Counts the id of something that was sent. */
  public void addSent(UUID actionId) {
    actions++;
    if (!sent.add(actionId)) {
      duplicateActions++;
    }
  }

  /** One partition's decisions come from one task, so their offsets must only rise. */
  private void checkOrder(TopicPartition from, long offset) {
    Long before = newest.put(from, offset);
    if (before != null && before > offset) {
      disorder++;
    }
  }

  /** Whether the record at this place has a decision. */
  public boolean isDecided(TopicPartition from, long offset) {
    BitSet seen = decided.get(from);
    return seen != null && seen.get(Math.toIntExact(offset));
  }

  /**
   * The result.
   *
   * @param expected number of input records that must have a decision, by partition, being the
   *     first ones of it
   */
  public Findings findings(Map<TopicPartition, Long> expected) {
    long missing = 0;
    for (Map.Entry<TopicPartition, Long> each : expected.entrySet()) {
      BitSet seen = decided.getOrDefault(each.getKey(), new BitSet());
      missing += each.getValue() - seen.get(0, Math.toIntExact(each.getValue())).cardinality();
    }
    Set<UUID> missingActions = new HashSet<>(promised);
    missingActions.removeAll(sent);
    Set<UUID> surplusActions = new HashSet<>(sent);
    surplusActions.removeAll(promised);
    return new Findings(
        decisions,
        missing,
        duplicateDecisions,
        disorder,
        actions,
        missingActions.size() + surplusActions.size(),
        duplicateActions);
  }

  /**
   * What was found.
   *
   * @param decisions decisions read, without those of findings
   * @param missing input records without a decision
   * @param duplicates decisions beyond the first of an input record or of a finding
   * @param outOfOrder decisions that came after a later one of the same input partition
   * @param actions actions and review items read
   * @param unmatchedActions actions decided and not sent, or sent and not decided
   * @param duplicateActions actions sent beyond the first of an id
   */
  public record Findings(
      long decisions,
      long missing,
      long duplicates,
      long outOfOrder,
      long actions,
      long unmatchedActions,
      long duplicateActions) {
    /** Whether nothing is missing, twice or out of order. */
    public boolean clean() {
      return missing + duplicates + outOfOrder + unmatchedActions + duplicateActions == 0;
    }
  }
}
