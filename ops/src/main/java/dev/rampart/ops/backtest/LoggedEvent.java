package dev.rampart.ops.backtest;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.FieldType;
import dev.rampart.ops.cli.CommandFailure;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * The row of the log that a scan stands on, as rules see an event. Values are read from the columns
 * when they are asked for. Moves on with the scan; confined to its thread.
 */
final class LoggedEvent implements EventView {
  private final Map<EventField, Integer> fields;
  private final int typePlace;
  private final int idPlace;
  private final int accountPlace;
  private final int timePlace;
  private final int[] featurePlaces;
  private final int[] scorePlaces;
  private final int judged;
  private final int message;
  private final int amendment;
  private final int restraints;
  private final int age;
  private final int actions;
  private final int flagged;
  private final DuckDBReadableVector[] vectors;
  private final double[] features;
  private final float[] scores;
  private long row;
  private @Nullable String type;

  LoggedEvent(LoggedColumns columns) {
    fields = columns.fieldPlaces();
    typePlace = columns.place(EventField.TYPE);
    idPlace = columns.place(EventField.EVENT_ID);
    accountPlace = columns.place(EventField.AUTHOR_ID);
    timePlace = columns.place(EventField.TIME);
    featurePlaces = columns.featurePlaces();
    scorePlaces = columns.scorePlaces();
    judged = columns.place("judged");
    message = columns.place("message");
    amendment = columns.place("amendment");
    restraints = columns.place("restraints");
    age = columns.place("age");
    actions = columns.place("actions");
    flagged = columns.place("flagged");
    vectors = new DuckDBReadableVector[columns.count()];
    features = new double[featurePlaces.length];
    scores = new float[scorePlaces.length];
    Arrays.fill(features, Double.NaN);
    Arrays.fill(scores, Float.NaN);
  }

  void open(DuckDBDataChunkReader chunk) {
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = chunk.vector(i);
    }
  }

  void moveTo(long next) {
    row = next;
    type = null;
  }

  @Override
  public String eventId() {
    return text(idPlace);
  }

  @Override
  public String messageId() {
    return isFinding() ? text(message) : eventId();
  }

  @Override
  public String accountId() {
    return text(accountPlace);
  }

  @Override
  public long eventTime() {
    return vectors[timePlace].getLong(row);
  }

  @Override
  public Object value(EventField field) {
    if (field == EventField.TYPE) {
      return type();
    }
    Integer place = fields.get(field);
    if (place == null) {
      throw CommandFailure.failed("event." + field.fieldName() + ": was not read from the log");
    }
    if (field == EventField.IS_DIRECT) {
      return text(place).equals("direct");
    }
    return field == EventField.SURFACE && isFinding()
        ? surfaceOfFinding()
        : value(field.type(), place);
  }

  private boolean isFinding() {
    return type().equals("finding");
  }

  private String surfaceOfFinding() {
    return value(EventField.GUILD_ID).equals("") ? "direct" : "guild";
  }

  private String type() {
    String known = type;
    if (known == null) {
      known = text(typePlace);
      type = known;
    }
    return known;
  }

  private Object value(FieldType fieldType, int place) {
    DuckDBReadableVector vector = vectors[place];
    return switch (fieldType) {
      case STRING -> text(place);
      case INT -> vector.isNull(row) ? 0L : (long) vector.getInt(row);
      case BOOL -> vector.getBoolean(row, false);
      case TIMESTAMP ->
          vector.isNull(row) ? Instant.EPOCH : Instant.ofEpochMilli(vector.getLong(row));
      case STRING_LIST -> list(text(place));
    };
  }

  private static List<String> list(String joined) {
    return joined.isEmpty()
        ? List.of()
        : List.of(joined.split(String.valueOf(LoggedColumns.SEPARATOR), -1));
  }

  private String text(int place) {
    DuckDBReadableVector vector = vectors[place];
    return vector.isNull(row) ? "" : vector.getString(row);
  }

  /** Values of the features that rules name, NaN for all others; overwritten by the next row. */
  double[] features() {
    for (int i = 0; i < features.length; i++) {
      if (featurePlaces[i] >= 0) {
        DuckDBReadableVector vector = vectors[featurePlaces[i]];
        features[i] = vector.isNull(row) ? Double.NaN : vector.getDouble(row);
      }
    }
    return features;
  }

  /** Values of the scores that rules name, NaN for all others; overwritten by the next row. */
  float[] scores() {
    for (int i = 0; i < scores.length; i++) {
      if (scorePlaces[i] >= 0) {
        DuckDBReadableVector vector = vectors[scorePlaces[i]];
        scores[i] = vector.isNull(row) ? Float.NaN : vector.getFloat(row);
      }
    }
    return scores;
  }

  /** Age of the account in days; NaN when it is not known. */
  double ageDays() {
    return vectors[age].isNull(row) ? Double.NaN : vectors[age].getDouble(row);
  }

  /** Of feedback: the action that is judged; empty otherwise. */
  String judgedAction() {
    return text(judged);
  }

  /** Whether this is no event but part of an amendment of the past. */
  boolean isAmendment() {
    return !vectors[amendment].isNull(row);
  }

  /** Names of what kept policies from acting, separated; empty for nothing. */
  String restraints() {
    return text(restraints);
  }

  /** What was done, as {@code id KIND}, with commas; empty for nothing. */
  String loggedActions() {
    return text(actions);
  }

  /** Whether the policy matched when the event was decided. */
  boolean wasFlagged() {
    return vectors[flagged].getBoolean(row, false);
  }
}
