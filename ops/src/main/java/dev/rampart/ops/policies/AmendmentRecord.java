package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.actions.restraint.Entities;
import dev.rampart.ops.audit.Signature;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.topology.control.ControlKeys;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An amendment of the past as the topic {@code control} keeps it: the mark that it was proposed,
 * applied or taken back.
 *
 * @param id follows from the version and from every action, so that it names exactly these
 * @param request what was asked for
 * @param state how far it is
 * @param actions that it has
 * @param author who proposed it, or applied it
 * @param at when it came to this state
 */
record AmendmentRecord(
    String id, AmendmentRequest request, State state, int actions, String author, Instant at) {
  /** How far an amendment is. */
  enum State {
    /** It waits for a second person. */
    PROPOSED,
    /** Its actions were sent. */
    APPLIED,
    /** Its actions were taken back. */
    REVERSED
  }

  String policy() {
    return request.policy();
  }

  int version() {
    return request.version();
  }

  static Optional<AmendmentRecord> find(
      Collection<ControlRecord> control, String policy, String id) {
    return control.stream()
        .filter(record -> record.getKind() == ControlKind.AMENDMENT)
        .map(AmendmentRecord::of)
        .filter(amendment -> amendment.policy().equals(policy) && amendment.id().equals(id))
        .findFirst();
  }

  static AmendmentRecord of(ControlRecord record) {
    Map<String, String> details = record.getDetails();
    String key = details.getOrDefault("version", "");
    return new AmendmentRecord(
        details.getOrDefault("amendment", ""),
        new AmendmentRequest(
            Transitions.policyOf(key),
            Integer.parseInt(key.substring(key.lastIndexOf('@') + 1)),
            Instant.parse(details.getOrDefault("from", "")),
            Instant.parse(details.getOrDefault("to", "")),
            Long.parseLong(details.getOrDefault("budget", "1")),
            details.getOrDefault("over_budget", "").equals("review")),
        State.valueOf(details.getOrDefault("state", "").toUpperCase(Locale.ROOT)),
        Integer.parseInt(details.getOrDefault("actions", "0")),
        record.getSetBy(),
        record.getSetAt());
  }

  /** The same in another state. */
  AmendmentRecord in(State next, Instant now) {
    return new AmendmentRecord(id, request, next, actions, author, now);
  }

  String key() {
    return ControlKeys.of(ControlKind.AMENDMENT, entity());
  }

  /** What the audit and the record are about. */
  String entity() {
    return Entities.policy(Transitions.key(policy(), version())) + "/" + id;
  }

  Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("amendment", id);
    details.put("version", Transitions.key(policy(), version()));
    details.put("state", state.name().toLowerCase(Locale.ROOT));
    details.put("from", request.from().toString());
    details.put("to", request.to().toString());
    details.put("budget", Long.toString(request.budget()));
    details.put("over_budget", request.reviewOver() ? "review" : "refuse");
    details.put("actions", Integer.toString(actions));
    return details;
  }

  ControlRecord record(Signature by) {
    return ControlRecord.newBuilder()
        .setEntity(entity())
        .setKind(ControlKind.AMENDMENT)
        .setReason(by.reason())
        .setSetBy(author)
        .setSetAt(at)
        .setDetails(details())
        .build();
  }
}
