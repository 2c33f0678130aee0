package dev.rampart.schemas.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;

/**
 * Says what stands between today's contracts and a release: both must read what the other writes
 * (FULL; over all releases FULL_TRANSITIVE), and no field may change its logical type, which Avro
 * itself would not notice.
 */
final class CompatibilityGate {
  private CompatibilityGate() {}

  /** One line for each problem; empty where there is none. */
  static List<String> problems(
      String version, Map<String, Schema> released, Map<String, Schema> current) {
    List<String> problems = new ArrayList<>();
    released.forEach(
        (name, baseline) -> {
          Schema today = current.get(name);
          if (today == null) {
            problems.add(name + ": the contract is gone, " + version + " has it");
          } else {
            problems.addAll(problems(version, baseline, today));
          }
        });
    return problems;
  }

  static List<String> problems(String version, Schema baseline, Schema today) {
    List<String> problems = new ArrayList<>();
    incompatibilities(today, baseline)
        .forEach(
            i ->
                problems.add(
                    line(today, i, "today's reader cannot read what " + version + " wrote")));
    incompatibilities(baseline, today)
        .forEach(
            i ->
                problems.add(
                    line(
                        baseline,
                        i,
                        "a reader of " + version + " cannot read what today's writes")));
    problems.addAll(changedLogicalTypes(version, baseline, today));
    if (problems.isEmpty() && !avroAgrees(baseline, today)) {
      problems.add(today.getName() + ": incompatible with " + version);
    }
    return problems;
  }

  private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities();
  }

  private static String line(Schema reader, Incompatibility problem, String consequence) {
    return "%s: %s (%s): %s"
        .formatted(
            FieldPath.of(reader, problem.getLocation()),
            problem.getType().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
            problem.getMessage(),
            consequence);
  }

  private static List<String> changedLogicalTypes(String version, Schema baseline, Schema today) {
    List<String> problems = new ArrayList<>();
    for (Field field : today.getFields()) {
      Field before = baseline.getField(field.name());
      if (before != null && !logicalTypes(before.schema()).equals(logicalTypes(field.schema()))) {
        problems.add(
            "%s.%s: logical type changed from %s in %s to %s"
                .formatted(
                    today.getName(),
                    field.name(),
                    logicalTypes(before.schema()),
                    version,
                    logicalTypes(field.schema())));
      }
    }
    return problems;
  }

  private static List<String> logicalTypes(Schema schema) {
    List<Schema> branches = schema.isUnion() ? schema.getTypes() : List.of(schema);
    return branches.stream()
        .map(Schema::getLogicalType)
        .filter(Objects::nonNull)
        .map(LogicalType::getName)
        .toList();
  }

  private static boolean avroAgrees(Schema baseline, Schema today) {
    try {
      new SchemaValidatorBuilder()
          .mutualReadStrategy()
          .validateAll()
          .validate(today, List.of(baseline));
      return true;
    } catch (SchemaValidationException incompatible) {
      return false;
    }
  }
}
