package dev.rampart.topology.entities;

import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.features.EntityKind;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sightings for one partition, packed as they come: a version byte; then for each the kind of
 * entity with two flags, its id, the bins of a text's signature, and the event unless it is that of
 * the sighting before.
 */
final class SightingPage {
  private static final int VERSION = 1;
  private static final int SAME_EVENT = 0x80;
  private static final int SERVED = 0x40;
  private static final int KIND = 0x3F;
  private static final EntityKind[] KINDS = EntityKind.values();

  private final Packer out = new Packer();
  private @Nullable Sighting last;
  private long newest;

  @SuppressWarnings("ReferenceEquality") // the same letters in another object are written again
  void add(Seen seen) {
    if (isEmpty()) {
      out.oneByte(VERSION);
    }
    boolean same = seen.sighting() == last;
    out.oneByte(seen.kind().code() | (same ? SAME_EVENT : 0) | (seen.served() ? SERVED : 0));
    out.text(seen.id());
    TextSignature signature = seen.signature();
    if (signature != null) {
      for (long bins : signature.bins()) {
        out.whole(bins);
      }
    }
    if (!same) {
      write(out, seen.sighting());
      last = seen.sighting();
      newest = Math.max(newest, seen.sighting().eventTime());
    }
  }

  boolean isEmpty() {
    return out.size() == 0;
  }

  int size() {
    return out.size();
  }

  /** Event time of the newest event in it. */
  long newest() {
    return newest;
  }

  /** What was added; starts anew. */
  byte[] take() {
    byte[] bytes = out.toArray();
    out.restart();
    last = null;
    newest = 0;
    return bytes;
  }

  /**
   * Reads a page.
   *
   * @throws MalformedBytesException when the bytes are none
   */
  static List<Seen> read(byte[] page) {
    Unpacker in = new Unpacker(page);
    int version = in.oneByte();
    if (version != VERSION) {
      throw new MalformedBytesException("version " + version + ", this one reads " + VERSION);
    }
    List<Seen> all = new ArrayList<>();
    Sighting sighting = null;
    while (in.hasMore()) {
      int head = in.oneByte();
      EntityKind kind = kind(head & KIND);
      String id = in.text();
      TextSignature signature = kind == EntityKind.CONTENT ? signature(id, in) : null;
      if ((head & SAME_EVENT) == 0) {
        sighting = sighting(in);
      }
      if (sighting == null) {
        throw new MalformedBytesException("a sighting of no event");
      }
      all.add(new Seen(kind, id, signature, (head & SERVED) != 0, sighting));
    }
    return all;
  }

  private static TextSignature signature(String id, Unpacker in) {
    long[] bins = new long[TextSignature.LONGS];
    for (int i = 0; i < bins.length; i++) {
      bins[i] = in.whole();
    }
    try {
      return new TextSignature(HexFormat.fromHexDigitsToLong(id), bins);
    } catch (IllegalArgumentException e) {
      throw new MalformedBytesException("a text's id that is no hash");
    }
  }

  private static void write(Packer out, Sighting sighting) {
    UserEventKind kind = sighting.kind();
    out.text(kind == null ? "" : kind.name());
    out.text(sighting.eventId());
    out.text(sighting.accountId());
    out.number(sighting.eventTime());
    out.number(sighting.createdAt());
    out.text(sighting.channelId());
    out.text(sighting.guildId());
    out.number(sighting.contentLength());
    out.number(sighting.mentions());
    out.number(sighting.links());
  }

  private static Sighting sighting(Unpacker in) {
    String kind = in.text();
    return new Sighting(
        kind.isEmpty() ? null : userKind(kind),
        in.text(),
        in.text(),
        in.number(),
        in.number(),
        in.text(),
        in.text(),
        in.number(),
        in.number(),
        in.number());
  }

  private static UserEventKind userKind(String name) {
    try {
      return UserEventKind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new MalformedBytesException("kind of user event " + name);
    }
  }

  private static EntityKind kind(int code) {
    for (EntityKind kind : KINDS) {
      if (kind.code() == code) {
        return kind;
      }
    }
    throw new MalformedBytesException("kind of entity " + code);
  }
}
