package dev.rampart.topology.features;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an account did towards each of those whom it turned to: a small record of features of its
 * own for each of the newest {@value #MOST}, the one that was met last first. An entry is the hash
 * of the other account (8 bytes), the length of its record (varint), and the record as the feature
 * engine writes it. Lies in a run of bytes that is carried from record to record unread and written
 * anew when one of them is met.
 */
final class PairsCell extends Cell {
  /** Accounts that are told apart; the one that was met longest ago makes room. */
  static final int MOST = 32;

  private static final byte[] NOTHING = new byte[0];

  private final FeatureEngine engine;
  private final long keptMillis;
  private final double[] none;
  private final RecordReader in = new RecordReader();
  private final RecordWriter out = new RecordWriter();

  private byte[] run = NOTHING;
  private int from;
  private int to;
  private double[] values;

  PairsCell(Slot slot, FeatureCatalogue catalogue) {
    super(slot);
    FeatureCatalogue own = catalogue.of(EntityKind.RECIPIENT_PAIR);
    engine = new FeatureEngine(own, EntityKind.RECIPIENT_PAIR);
    keptMillis = catalogue.pairsKept().toMillis();
    none = new double[own.names().size()];
    Arrays.fill(none, Double.NaN);
    values = none;
  }

  /**
   * Value of a feature for the pair that the event is about; NaN where it is about none.
   *
   * @param place of the feature among those of the kind
   */
  double value(int place) {
    return values[place];
  }

  /** The account that an event turns to, or that turned to the event's; empty where none did. */
  static String other(EventView event) {
    String recipient = (String) event.value(EventField.RECIPIENT_ID);
    return recipient.isEmpty() ? (String) event.value(EventField.TARGET_ID) : recipient;
  }

  @Override
  void observe(Observation observation) {
    values = none;
    EventView event = observation.event();
    String other = event == null ? "" : other(event);
    if (event != null && !other.isEmpty()) {
      long missed = engine.tooLate();
      meet(Hashing.of(other), event);
      observation.missedWindow |= engine.tooLate() > missed;
    }
  }

  private void meet(long key, EventView event) {
    EntityState state = engine.decode(find(key));
    if (!state.isNew() && event.eventTime() - state.newestEventTime() > keptMillis) {
      state = engine.decode(null);
    }
    double[] observed = engine.observe(state, event);
    for (int i = 0; i < observed.length; i++) {
      observed[i] = engine.isMissing(state, i, observed) ? Double.NaN : observed[i];
    }
    values = observed;
    put(key, engine.encode(state), event.eventTime() - keptMillis);
  }

  /** The record of a pair; null where there is none. */
  private byte @Nullable [] find(long key) {
    open();
    while (in.hasMore()) {
      boolean found = in.fixed64() == key;
      int start = in.skip(in.length());
      if (found) {
        return Arrays.copyOfRange(run, start, in.at);
      }
    }
    return null;
  }

  /** Writes a pair before the others, without those that are over the count or older. */
  private void put(long key, byte[] record, long oldest) {
    out.restart();
    out.fixed64(key);
    out.varint(record.length);
    out.copy(record, 0, record.length);
    open();
    for (int kept = 1; kept < MOST && in.hasMore(); ) {
      int start = in.at;
      boolean other = in.fixed64() != key;
      int length = in.length();
      int content = in.skip(length);
      if (other && !RecordCodec.isOlder(run, content, in.at, oldest)) {
        out.copy(run, start, in.at);
        kept++;
      }
    }
    run = out.toArray();
    from = 0;
    to = run.length;
    change();
  }

  private void open() {
    in.open(run);
    in.at = from;
    in.end = to;
  }

  @Override
  boolean isEmpty() {
    return from == to;
  }

  @Override
  void clear() {
    run = NOTHING;
    from = 0;
    to = 0;
  }

  @Override
  void write(RecordWriter record) {
    record.copy(run, from, to);
  }

  @Override
  void read(RecordReader record) {
    run = record.bytes;
    to = record.end;
    from = record.skip(record.end - record.at);
  }
}
