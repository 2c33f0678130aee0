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
  static final int FORMAT = 1;

  private final int[] fingerprints;
  private final EntityState state;
  private final RecordReader in = new RecordReader();
  private final RecordWriter writer = new RecordWriter();
  private long forgotten;

  RecordCodec(Plan plan, RecentIds ids) {
    fingerprints = Arrays.stream(plan.slots()).mapToInt(Slot::fingerprint).toArray();
    state = new EntityState(plan.emptyCells(), ids);
  }

  /** Sections met so far that the catalogue does not know. */
  long forgotten() {
    return forgotten;
  }

  /** The state of an entity that nothing is known of. */
  EntityState readNothing() {
    leaveOut(0, state.cells.length);
    state.newest = -1;
    state.firstSeen = -1;
    state.ids.clear();
    return state;
  }

  EntityState read(byte[] record) {
    in.open(record);
    int format = in.oneByte();
    if (format != FORMAT) {
      throw in.malformed("format " + format + ", this version reads " + FORMAT);
    }
    state.newest = time(in, in.varint());
    state.firstSeen = time(in, state.newest - in.varint());
    state.ids.read(in);
    readSections();
    state.record = record;
    return state;
  }

  /** Whether the newest event of a record is older than a moment; false for other bytes. */
  static boolean isOlder(byte[] record, long moment) {
    return isOlder(record, 0, record.length, moment);
  }

  /** The same of a record that is a part of other bytes. */
  static boolean isOlder(byte[] bytes, int from, int to, long moment) {
    RecordReader head = new RecordReader();
    head.open(bytes);
    head.at = from;
    head.end = to;
    try {
      return head.oneByte() == FORMAT && head.varint() < moment;
    } catch (RecordFormatException e) {
      return false;
    }
  }

  private static long time(RecordReader in, long time) {
    if (time < 0) {
      throw in.malformed("time " + time + " before the epoch");
    }
    return time;
  }

  /** Storages that come before the next section in the order of the plan have none. */
  private void readSections() {
    int next = 0;
    while (in.hasMore()) {
      int from = in.at;
      int fingerprint = in.fixed32();
      int length = in.length();
      int place = find(fingerprint, next);
      if (place < 0) {
        forgotten++;
        in.skip(length);
      } else {
        leaveOut(next, place);
        readSection(state.cells[place], from, length);
        next = Math.max(next, place + 1);
      }
    }
    leaveOut(next, state.cells.length);
  }

  private void leaveOut(int from, int to) {
    for (int i = from; i < to; i++) {
      state.cells[i].leaveOut();
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
    writeSections(state);
    return writer.toArray();
  }

  /** What did not change is copied, neighbours at once. */
  private void writeSections(EntityState state) {
    int from = 0;
    int to = 0;
    for (Cell cell : state.cells) {
      if (cell.isChanged()) {
        writer.copy(state.record, from, to);
        to = from;
        if (!cell.isEmpty()) {
          writeSection(cell);
        }
      } else if (cell.sectionTo() > 0) {
        if (cell.sectionFrom() != to) {
          writer.copy(state.record, from, to);
          from = cell.sectionFrom();
        }
        to = cell.sectionTo();
      }
    }
    writer.copy(state.record, from, to);
  }

  private void writeSection(Cell cell) {
    writer.fixed32(cell.slot.fingerprint());
    int start = writer.openLength();
    cell.write(writer);
    writer.closeLength(start);
  }
}
