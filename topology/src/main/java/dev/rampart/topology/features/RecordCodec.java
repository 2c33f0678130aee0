package dev.rampart.topology.features;

import java.util.Arrays;

/**
 * Binary layout of a state record, version 1: format byte; time of the newest event (varint) and
 * how much earlier the first was seen (varint); recent ids (count, then 12 bytes each); then one
 * section for each storage that is not empty: fingerprint (4 bytes), length (varint), content. A
 * section whose fingerprint the catalogue does not know is left out when the record is written
 * again; a storage that has no section starts empty. So a catalogue may change under its records.
 */
final class RecordCodec {
  private static final int FORMAT = 1;

  private final int[] fingerprints;
  private final EntityState state;
  private final RecordReader in = new RecordReader();
  private final RecordWriter writer = new RecordWriter();
  private long forgotten;

  RecordCodec(Plan plan, RepeatWindow repeats) {
    fingerprints = Arrays.stream(plan.slots()).mapToInt(Slot::fingerprint).toArray();
    state = new EntityState(plan.emptyCells(), new RecentIds(repeats));
  }

  /** Sections met so far that the catalogue does not know. */
  long forgotten() {
    return forgotten;
  }

  /** The state of an entity that nothing is known of. */
  EntityState readNothing() {
    restart();
    settle();
    state.newest = -1;
    state.firstSeen = -1;
    state.ids.clear();
    return state;
  }

  EntityState read(byte[] record) {
    restart();
    in.open(record);
    int format = in.oneByte();
    if (format != FORMAT) {
      throw in.malformed("format " + format + ", this version reads " + FORMAT);
    }
    state.newest = time(in, in.varint());
    state.firstSeen = time(in, state.newest - in.varint());
    state.ids.read(in);
    readSections();
    settle();
    state.record = record;
    return state;
  }

  /** Whether the newest event of a record is older than a moment; false for other bytes. */
  static boolean isOlder(byte[] record, long moment) {
    RecordReader head = new RecordReader();
    head.open(record);
    try {
      return head.oneByte() == FORMAT && head.varint() < moment;
    } catch (RecordFormatException e) {
      return false;
    }
  }

  private void restart() {
    for (Cell cell : state.cells) {
      cell.restart();
    }
  }

  private void settle() {
    for (Cell cell : state.cells) {
      cell.settle();
    }
  }

  private static long time(RecordReader in, long time) {
    if (time < 0) {
      throw in.malformed("time " + time + " before the epoch");
    }
    return time;
  }

  private void readSections() {
    int expected = 0;
    while (in.hasMore()) {
      int from = in.at;
      int fingerprint = in.fixed32();
      int length = in.length();
      int place = find(fingerprint, expected);
      if (place < 0) {
        forgotten++;
        in.skip(length);
      } else {
        expected = place + 1;
        readSection(state.cells[place], from, length);
      }
    }
  }

  private void readSection(Cell cell, int from, int length) {
    int end = in.end;
    in.end = in.at + length;
    cell.readSection(in, from);
    if (in.hasMore()) {
      throw in.malformed("a section is longer than its content");
    }
    in.end = end;
  }

  /** Storages are written in the order of the plan: the next one is nearly always just ahead. */
  private int find(int fingerprint, int expected) {
    for (int i = expected; i < fingerprints.length; i++) {
      if (fingerprints[i] == fingerprint) {
        return i;
      }
    }
    for (int i = 0; i < expected; i++) {
      if (fingerprints[i] == fingerprint) {
        return i;
      }
    }
    return -1;
  }

  byte[] write(EntityState state) {
    writer.restart();
    writer.oneByte(FORMAT);
    writer.varint(state.newest);
    writer.varint(state.newest - state.firstSeen);
    state.ids.write(writer);
    for (Cell cell : state.cells) {
      if (!cell.isChanged()) {
        writer.copy(state.record, cell.sectionFrom(), cell.sectionTo());
      } else if (!cell.isEmpty()) {
        writeSection(cell);
      }
    }
    return writer.toArray();
  }

  private void writeSection(Cell cell) {
    writer.fixed32(cell.slot.fingerprint());
    int start = writer.openLength();
    cell.write(writer);
    writer.closeLength(start);
  }
}
