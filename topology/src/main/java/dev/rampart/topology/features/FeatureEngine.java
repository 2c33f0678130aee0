package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the features of entities: decodes a record, tells repeats, adds an event and serves all
 * values, encodes the record.
 *
 * <p>Guarantees, for events handed over in any order of time:
 *
 * <ul>
 *   <li>What is served depends on nothing but the events of this entity, in the order in which they
 *       were observed; encoding and decoding in between changes nothing.
 *   <li>A window is {@code (t - w, t]} in event time, cut into tiles (see {@code
 *       catalogue/README.md}), and includes the event itself.
 *   <li>A value served at time t uses no event later than t. An event that is older than the newest
 *       of its entity is late: it is served the whole tiles before its own, and itself.
 *   <li>A late event is added to its own tile where the record still holds it; where it does not,
 *       that window leaves it out, and {@link #tooLate()} counts it.
 * </ul>
 *
 * <p>Confined to one thread: every stream task has its own.
 */
public final class FeatureEngine {
  /** First byte of every record that this build writes and reads. */
  public static final int FORMAT = RecordCodec.FORMAT;

  /** Times are stored in six bytes. */
  private static final long LATEST = (1L << 48) - 2;

  private final Plan plan;
  private final RecordCodec codec;
  private final Observation observation;
  private final boolean[] ofTheEvent;
  private long tooLate;
  private String lastId = "";
  private long lastHash = Hashing.of("");

  /** An engine that knows repeats over {@link RepeatWindow#DEFAULT}. */
  public FeatureEngine(FeatureCatalogue catalogue) {
    this(catalogue, RepeatWindow.DEFAULT);
  }

  /**
   * An engine for the features of the author and of its recipient pairs; it serves the others as if
   * there were no events.
   */
  public FeatureEngine(FeatureCatalogue catalogue, RepeatWindow repeats) {
    this(catalogue, EntityKind.AUTHOR, repeats);
  }

  /**
   * An engine for the features of one kind of entity; it serves those of the other kinds as if
   * there were no events.
   */
  public FeatureEngine(FeatureCatalogue catalogue, EntityKind kind, RepeatWindow repeats) {
    this(catalogue, kind, new RecentIds(repeats));
  }

  /** An engine for one kind of entity whose repeats are known before they come here. */
  public FeatureEngine(FeatureCatalogue catalogue, EntityKind kind) {
    this(catalogue, kind, RecentIds.none());
  }

  private FeatureEngine(FeatureCatalogue catalogue, EntityKind kind, RecentIds ids) {
    plan = new Planner(catalogue, kind).plan();
    codec = new RecordCodec(plan, ids);
    observation = new Observation(plan.inputs());
    ofTheEvent = ofTheEvent(catalogue);
  }

  /**
   * Reads a record; null is an entity that nothing is known of. An engine has one state that it
   * reuses: the one of the call before is no longer valid. The record must not change while the
   * state is in use. Its parts are read when they are needed, so {@link #observe} too can find out
   * that the bytes are no record.
   *
   * @throws RecordFormatException when the bytes are no record
   */
  public EntityState decode(byte @Nullable [] record) {
    return record == null ? codec.readNothing() : codec.read(record);
  }

  /**
   * Reads the record of an entity whose next event is known: one that was idle for longer than it
   * is kept starts afresh, as if its record had been deleted.
   *
   * @param eventTime of the next event, in milliseconds since the epoch
   * @param kept how long an entity without events is remembered
   * @throws RecordFormatException when the bytes are no record
   */
  public EntityState decode(byte @Nullable [] record, long eventTime, Duration kept) {
    EntityState state = decode(record);
    boolean idle = !state.isNew() && eventTime - state.newestEventTime() > kept.toMillis();
    return idle ? codec.readNothing() : state;
  }

  /**
   * Whether a record's newest event is older than a moment. Reads the head of the record only;
   * bytes that are no record are never idle, so that they are found when they are needed.
   */
  public static boolean isIdleSince(byte[] record, long moment) {
    return RecordCodec.isOlder(record, moment);
  }

  /** The record to store. Equal states give equal bytes. The state can take further events. */
  public byte[] encode(EntityState state) {
    if (state.isNew()) {
      throw new IllegalArgumentException("an entity without events has no record");
    }
    return codec.write(state);
  }

  /**
   * Whether the entity already had an event of that id, within the repeat window that ends at its
   * newest event or at this one. Ask before {@link #observe}.
   *
   * @param eventTime milliseconds since the epoch
   */
  public boolean isRepeat(EntityState state, String eventId, long eventTime) {
    return state.ids.contains(hashOf(eventId), Math.max(state.newest, eventTime));
  }

  /**
   * Adds an event and returns the values of all features as of the event's time.
   *
   * @return values in the catalogue's order, the feature's default or NaN where there is none
   * @throws IllegalArgumentException when the event is older than the epoch or thousands of years
   *     ahead
   * @throws RecordFormatException when the state's bytes are no record
   */
  public double[] observe(EntityState state, EventView event) {
    if (event.eventTime() < 0 || event.eventTime() > LATEST) {
      throw new IllegalArgumentException(
          "event time " + event.eventTime() + "; allowed: 0 to " + LATEST + " (in the year 10889)");
    }
    observation.take(event, state.newest);
    note(state, event);
    for (Cell cell : state.cells) {
      if (cell.isTouchedBy(observation)) {
        cell.observe(observation);
      }
    }
    if (observation.missedWindow) {
      tooLate++;
    }
    return values(state);
  }

  /**
   * Values of all features as they stand at a moment at which no event happens: what a person sees
   * who looks into a record. A feature of the event itself (its own number, how often its own text
   * occurred) has none. The state has moved on to the moment and is not to be stored.
   *
   * @param moment milliseconds since the epoch
   * @return values in the catalogue's order, the feature's default or NaN where there is none
   * @throws RecordFormatException when the state's bytes are no record
   */
  public double[] valuesAt(EntityState state, long moment) {
    observation.look(moment, state.newest);
    observation.firstSeen = state.isNew() ? moment : state.firstSeen;
    for (Cell cell : state.cells) {
      if (cell.isTouchedBy(observation)) {
        cell.observe(observation);
      }
    }
    double[] values = values(state);
    for (int i = 0; i < values.length; i++) {
      values[i] = ofTheEvent[i] ? Double.NaN : values[i];
    }
    return values;
  }

  /** Features that ask for a number of the event, and those that are computed from one. */
  private static boolean[] ofTheEvent(FeatureCatalogue catalogue) {
    boolean[] found = new boolean[catalogue.features().size()];
    for (int i = 0; i < found.length; i++) {
      FeatureDefinition feature = catalogue.features().get(i);
      found[i] =
          feature.entity() == EntityKind.RECIPIENT_PAIR
              || feature.aggregate() == Aggregate.VALUE
              || feature.aggregate() == Aggregate.REPEATS
              || feature.of().stream().anyMatch(name -> found[catalogue.names().indexOf(name)]);
    }
    return found;
  }

  /** An id is asked for twice: whether it is a repeat, and to keep it. */
  @SuppressWarnings("ReferenceEquality") // Another text of the same letters is just hashed again.
  private long hashOf(String eventId) {
    if (eventId != lastId) {
      lastId = eventId;
      lastHash = Hashing.of(eventId);
    }
    return lastHash;
  }

  private void note(EntityState state, EventView event) {
    long time = event.eventTime();
    state.firstSeen = state.isNew() ? time : Math.min(state.firstSeen, time);
    state.newest = Math.max(state.newest, time);
    state.ids.add(hashOf(event.eventId()), time, state.newest);
    observation.firstSeen = state.firstSeen;
  }

  private double[] values(EntityState state) {
    Rule[] rules = plan.rules();
    double[] values = new double[rules.length];
    plan.totals().serve(state.cells, observation, values);
    for (int place : plan.ruled()) {
      double value = rules[place].value(state.cells, observation, values);
      values[place] = Double.isNaN(value) ? plan.otherwise()[place] : value;
    }
    return values;
  }

  /**
   * Whether a feature had no value of its own for the event that was observed last.
   *
   * @param place of the feature in the catalogue
   * @param values what {@link #observe} returned
   */
  boolean isMissing(EntityState state, int place, double[] values) {
    return Double.isNaN(plan.rules()[place].value(state.cells, observation, values));
  }

  /** Events so far that were too late for at least one window. */
  public long tooLate() {
    return tooLate;
  }

  /** Stored sections so far that belonged to a feature the catalogue no longer has. */
  public long forgottenSections() {
    return codec.forgotten();
  }
}
