package dev.rampart.schemas.json;

import dev.rampart.schemas.Decision;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records of the contracts as plain JSON: one object on one line, fields in the order of the
 * contract, the keys of maps sorted. Unlike Avro's own JSON encoding a union is just its value, a
 * time is ISO-8601 in UTC with milliseconds, a UUID is text, and a number that JSON does not have
 * (NaN, infinity) is null. Safe for use by many threads.
 */
public final class AvroJson {
  private AvroJson() {}

  /** {@code record} as one line without a line feed. */
  public static String line(SpecificRecord record) {
    return JsonLineWriter.write(null, record);
  }

  /**
   * A decision as one line, with {@code features} as an object by name.
   *
   * @param featureNames of the decision's catalogue version, in its order
   * @throws IllegalArgumentException where there are not as many names as features
   */
  public static String decision(Decision decision, List<String> featureNames) {
    if (decision.getFeatures().size() != featureNames.size()) {
      throw new IllegalArgumentException(
          "the decision has %d features, catalogue version %s names %d"
              .formatted(
                  decision.getFeatures().size(),
                  decision.getCatalogueVersion(),
                  featureNames.size()));
    }
    return JsonLineWriter.writeDecision(decision, featureNames);
  }
}
