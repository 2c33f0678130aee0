package dev.rampart.topology.entities;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an entity: a version byte; event time of the newest event; what was last told
 * of it; the bins of its first text; events to act upon; and last the record of its features as the
 * feature engine writes it. Confined to one thread.
 */
final class EntityRecord {
  static final int VERSION = 1;
  private static final int MOST_VALUES = 256;

  /** Events that are remembered; of more the oldest are forgotten. */
  static final int MOST_REMEMBERED = 64;

  /** Event time of the newest event, in milliseconds since the epoch. */
  long newest;

  /** Event time at which the entity was last told to be hot; 0 while it is not. */
  long toldAt;

  /** Values that were told then. */
  double[] told = new double[0];

  /** Signature of the first text, for texts. */
  @Nullable TextSignature signature;

  /** Events that were decided before the entity was known to be hot, oldest first. */
  final List<Remembered> remembered = new ArrayList<>();

  /** Record of the features; null of an entity that nothing is known of. */
  byte @Nullable [] features;

  void remember(Remembered event) {
    if (remembered.size() == MOST_REMEMBERED) {
      remembered.remove(0);
    }
    remembered.add(event);
  }

  byte[] encode(Packer out) {
    out.restart();
    out.oneByte(VERSION);
    out.number(newest);
    out.number(toldAt);
    if (toldAt != 0) {
      out.number(told.length);
      for (double value : told) {
        out.whole(Double.doubleToLongBits(value));
      }
    }
    writeSignature(out);
    writeRemembered(out);
    if (features != null) {
      out.raw(features);
    }
    return out.toArray();
  }

  /**
   * Reads a record.
   *
   * @throws MalformedBytesException when the bytes are none
   */
  static EntityRecord decode(byte[] stored) {
    Unpacker in = new Unpacker(stored);
    EntityRecord record = new EntityRecord();
    record.newest = newest(in);
    record.toldAt = in.number();
    if (record.toldAt != 0) {
      record.told = new double[in.count(MOST_VALUES)];
      for (int i = 0; i < record.told.length; i++) {
        record.told[i] = Double.longBitsToDouble(in.whole());
      }
    }
    record.readSignature(in);
    record.readRemembered(in);
    record.features = in.hasMore() ? in.rest() : null;
    return record;
  }

  /** Event time of the newest event of a stored record. */
  static long newestOf(byte[] stored) {
    return newest(new Unpacker(stored));
  }

  /** Whether the entity of a stored record was told to be hot and not taken back. */
  static boolean isTold(byte[] stored) {
    Unpacker in = new Unpacker(stored);
    newest(in);
    return in.number() != 0;
  }

  private static long newest(Unpacker in) {
    int version = in.oneByte();
    if (version != VERSION) {
      throw new MalformedBytesException("version " + version + ", this one reads " + VERSION);
    }
    return in.number();
  }

  private void writeSignature(Packer out) {
    TextSignature own = signature;
    out.oneByte(own == null ? 0 : 1);
    if (own != null) {
      out.whole(own.key());
      for (long bins : own.bins()) {
        out.whole(bins);
      }
    }
  }

  private void readSignature(Unpacker in) {
    if (in.oneByte() == 1) {
      long key = in.whole();
      long[] bins = new long[TextSignature.LONGS];
      for (int i = 0; i < bins.length; i++) {
        bins[i] = in.whole();
      }
      signature = new TextSignature(key, bins);
    }
  }

  private void writeRemembered(Packer out) {
    out.number(remembered.size());
    for (Remembered event : remembered) {
      out.text(event.eventId());
      out.oneByte(event.message() ? 1 : 0);
      out.text(event.accountId());
      out.text(event.channelId());
      out.text(event.guildId());
      out.number(event.time());
    }
  }

  private void readRemembered(Unpacker in) {
    int count = in.count(MOST_REMEMBERED);
    for (int i = 0; i < count; i++) {
      remembered.add(
          new Remembered(
              in.text(), in.oneByte() == 1, in.text(), in.text(), in.text(), in.number()));
    }
  }
}
