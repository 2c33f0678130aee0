package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event as the storages of a record see it: its conditions, numbers and tiles, worked out once.
 * Reused from one event to the next.
 */
final class Observation {
  private static final double MILLIS_PER_DAY = 86_400_000;

  private final Inputs inputs;
  private final TextKeys[] texts;
  private final boolean[] textsRead;
  private @Nullable EventView event;

  /** Event time in milliseconds since the epoch. */
  long time;

  /** Whether the record holds a newer event. */
  boolean late;

  /** Whether a window had moved on too far to take the event. */
  boolean missedWindow;

  /** Time of the earliest event seen of the entity, this one included. */
  long firstSeen;

  final boolean[] matched;
  final long[] numbers;

  /** By condition: milliseconds since the newest event that met it; -1 where there is none. */
  final long[] gaps;

  /** Scratch space for counts of texts. */
  final TextTotals totals = new TextTotals();

  /** By tiling: the newest tile before this event. */
  final long[] before;

  /** By tiling: whether the newest tile is another one than before this event. */
  final boolean[] moved;

  /** By tiling: the newest tile now. */
  final long[] now;

  /** By tiling: the event's own tile. */
  final long[] own;

  Observation(Inputs inputs) {
    this.inputs = inputs;
    matched = new boolean[inputs.filters().length];
    gaps = new long[inputs.filters().length];
    numbers = new long[inputs.numbers().length];
    texts = Stream.generate(TextKeys::new).limit(inputs.texts().length).toArray(TextKeys[]::new);
    textsRead = new boolean[texts.length];
    before = new long[inputs.tilings().length];
    now = new long[inputs.tilings().length];
    moved = new boolean[inputs.tilings().length];
    own = new long[inputs.tilings().length];
  }

  /** Takes an event for a record whose newest event had the given time, -1 where it had none. */
  void take(EventView event, long newest) {
    this.event = event;
    Arrays.fill(textsRead, false);
    time = event.eventTime();
    late = time < newest;
    missedWindow = false;
    place(newest < 0 ? time : newest);
    for (int i = 0; i < matched.length; i++) {
      matched[i] = inputs.filters()[i].isMetBy(event);
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = inputs.numbers()[i].of(event);
    }
  }

  /** Takes the moment itself, at which no event happened: nothing matches, and there is no text. */
  void look(long moment, long newest) {
    event = null;
    for (int i = 0; i < texts.length; i++) {
      texts[i].clear();
      textsRead[i] = true;
    }
    Arrays.fill(matched, false);
    Arrays.fill(numbers, 0);
    time = moment;
    late = moment < newest;
    missedWindow = false;
    place(newest < 0 ? moment : newest);
  }

  /** The event; null where the moment itself is looked at. */
  @Nullable EventView event() {
    return event;
  }

  /** The event's texts for one expression, worked out when first asked for. */
  TextKeys texts(int expression) {
    TextKeys keys = texts[expression];
    if (!textsRead[expression] && event != null) {
      textsRead[expression] = true;
      keys.clear();
      inputs.texts()[expression].addTo(keys, event);
    }
    return keys;
  }

  private void place(long newestBefore) {
    for (int i = 0; i < own.length; i++) {
      Tiling tiling = inputs.tilings()[i];
      own[i] = tiling.tileOf(time);
      before[i] = tiling.tileOf(newestBefore);
      now[i] = late ? before[i] : own[i];
      moved[i] = now[i] != before[i];
    }
  }

  /** Days from the first event seen of the entity to this one, 0 or more. */
  double daysSinceFirstSeen() {
    return (time - firstSeen) / MILLIS_PER_DAY;
  }
}
