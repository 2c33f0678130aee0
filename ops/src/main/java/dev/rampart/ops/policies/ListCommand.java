package dev.rampart.ops.policies;

import dev.rampart.ops.cli.Output;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code policies list}: what is in force, and what keeps it from acting. */
@Command(
    name = "list",
    description = "Lists the versions with their states, and kill switches, snoozes and budgets.")
public final class ListCommand extends TopicCommand {
  private static final Set<ControlKind> SHOWN =
      Set.of(ControlKind.KILL_SWITCH, ControlKind.SNOOZE, ControlKind.BUDGET_TRIPPED);

  /** What keeps policies from acting. */
  record Restraint(
      String entity, ControlKind kind, String setBy, Instant setAt, @Nullable Instant expiresAt) {
    static Restraint of(ControlRecord record) {
      return new Restraint(
          record.getEntity(),
          record.getKind(),
          record.getSetBy(),
          record.getSetAt(),
          record.getExpiresAt());
    }

    String line() {
      return "%-16s %-32s by %s at %s until %s"
          .formatted(
              kind.name().toLowerCase(Locale.ROOT),
              entity,
              setBy,
              setAt,
              Objects.requireNonNullElse(expiresAt, "it is taken back"));
    }
  }

  /** The answer. */
  record Listed(List<Published> versions, List<Restraint> restraints) {
    String text() {
      return Stream.concat(
              versions.stream().map(Published::line), restraints.stream().map(Restraint::line))
          .collect(Collectors.joining("\n"));
    }
  }

  @Override
  void run(PolicyTopics topics, Output output) {
    Listed listed =
        new Listed(
            topics.versions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Published.of(entry.getValue()))
                .toList(),
            topics.control().values().stream()
                .filter(record -> SHOWN.contains(record.getKind()))
                .map(Restraint::of)
                .toList());
    output.result(listed, listed::text);
  }
}
