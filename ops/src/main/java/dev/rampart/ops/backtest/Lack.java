package dev.rampart.ops.backtest;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.actions.ledger.Cooldown;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.ledger.Strike;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a version of a policy would have done about one event of the past.
 *
 * @param eventId the event, as its decision names it
 * @param messageId the message that it is or is about; empty for a user event
 * @param channelId empty where there is none
 * @param guildId empty where there is none
 * @param happenedAt event time
 * @param actions one or more
 */
public record Lack(
    String eventId,
    String messageId,
    String accountId,
    String channelId,
    String guildId,
    Instant happenedAt,
    List<Action> actions) {
  public Lack {
    actions = List.copyOf(actions);
  }

  /**
   * An action with what its rule's match leaves on the account.
   *
   * @param strikes weight, 0 for none
   * @param strikesExpire milliseconds for which that counts
   * @param cooldown milliseconds for which the rule spares the account; 0 for none
   */
  public record Action(DecidedAction action, double strikes, long strikesExpire, long cooldown) {}

  /** The same with other actions. */
  public Lack with(List<Action> others) {
    return new Lack(eventId, messageId, accountId, channelId, guildId, happenedAt, others);
  }

  /**
   * @param actions of one policy, one or more
   * @param ledger after the event
   */
  static Lack of(EventView event, List<DecidedAction> actions, AccountLedger ledger) {
    return new Lack(
        event.eventId(),
        event.value(EventField.TYPE).equals("user") ? "" : event.messageId(),
        event.accountId(),
        (String) event.value(EventField.CHANNEL_ID),
        (String) event.value(EventField.GUILD_ID),
        Instant.ofEpochMilli(event.eventTime()),
        actions(actions, ledger));
  }

  private static List<Action> actions(List<DecidedAction> decided, AccountLedger ledger) {
    String event = decided.get(0).eventId();
    String policy = decided.get(0).match().policy();
    List<Strike> strikes =
        ledger.strikes().stream()
            .filter(strike -> strike.eventId().equals(event))
            .filter(strike -> strike.rule().policy().equals(policy))
            .toList();
    List<Cooldown> cooldowns =
        ledger.cooldowns().stream().filter(each -> each.eventId().equals(event)).toList();
    Map<String, Double> weights = weights(decided, strikes);
    List<Action> actions = new ArrayList<>();
    for (DecidedAction action : decided) {
      String rule = action.match().rule();
      actions.add(
          new Action(
              action, weights.getOrDefault(rule, 0.0), expire(strikes), cooldown(cooldowns, rule)));
    }
    return actions;
  }

  /** By rule; a rule whose own action gave way to the ladder strikes through that of the ladder. */
  private static Map<String, Double> weights(List<DecidedAction> decided, List<Strike> strikes) {
    Set<String> acting =
        decided.stream().map(action -> action.match().rule()).collect(Collectors.toSet());
    String last = decided.get(decided.size() - 1).match().rule();
    Map<String, Double> weights = new HashMap<>();
    strikes.forEach(
        strike -> {
          String rule = strike.rule().rule();
          weights.merge(acting.contains(rule) ? rule : last, strike.weight(), Double::sum);
        });
    return weights;
  }

  private static long expire(List<Strike> strikes) {
    return strikes.stream().mapToLong(each -> each.expiresAt() - each.givenAt()).max().orElse(0);
  }

  private static long cooldown(List<Cooldown> cooldowns, String rule) {
    return cooldowns.stream()
        .filter(each -> each.rule().rule().equals(rule))
        .mapToLong(each -> each.endsAt() - each.startsAt())
        .max()
        .orElse(0);
  }
}
