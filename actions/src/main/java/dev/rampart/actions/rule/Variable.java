package dev.rampart.actions.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;

/** Something that a rule can name. */
sealed interface Variable {
  CelType type();

  /**
   * Value for CEL, of the Java class that CEL expects of {@link #type()}.
   *
   * @throws MissingValue where a feature or score has none
   */
  Object value(EventView event, double[] features, float[] scores, Standing standing);

  /** A field of the event. */
  record Field(EventField field) implements Variable {
    @Override
    public CelType type() {
      return switch (field.type()) {
        case STRING -> SimpleType.STRING;
        case INT -> SimpleType.INT;
        case BOOL -> SimpleType.BOOL;
        case TIMESTAMP -> SimpleType.TIMESTAMP;
        case STRING_LIST -> ListType.create(SimpleType.STRING);
      };
    }

    @Override
    public Object value(EventView event, double[] features, float[] scores, Standing standing) {
      return event.value(field);
    }
  }

  /** A constant of the policy. */
  record Threshold(double value) implements Variable {
    @Override
    public CelType type() {
      return SimpleType.DOUBLE;
    }

    @Override
    public Object value(EventView event, double[] features, float[] scores, Standing standing) {
      return value;
    }
  }

  /** A number that is read without boxing. */
  sealed interface Measure extends Variable {
    /** The value; NaN when it is missing. */
    double number(EventView event, double[] features, float[] scores, Standing standing);

    @Override
    default CelType type() {
      return SimpleType.DOUBLE;
    }

    @Override
    default Object value(EventView event, double[] features, float[] scores, Standing standing) {
      double number = number(event, features, scores, standing);
      if (Double.isNaN(number)) {
        throw new MissingValue();
      }
      return number;
    }
  }

  /** A feature, at its place in the catalogue. */
  record Feature(int index) implements Measure {
    @Override
    public double number(EventView event, double[] features, float[] scores, Standing standing) {
      return features[index];
    }
  }

  /** A score, at its place in the vocabulary. */
  record Score(int index) implements Measure {
    @Override
    public double number(EventView event, double[] features, float[] scores, Standing standing) {
      return scores[index];
    }
  }

  /** Sum of the active strikes of the account. */
  record Strikes() implements Measure {
    @Override
    public double number(EventView event, double[] features, float[] scores, Standing standing) {
      return standing.strikes();
    }
  }

  /** Number of recent actions against the account. */
  record RecentActions() implements Variable {
    @Override
    public CelType type() {
      return SimpleType.INT;
    }

    @Override
    public Object value(EventView event, double[] features, float[] scores, Standing standing) {
      return (long) standing.recentActions();
    }
  }
}
