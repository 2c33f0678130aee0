package dev.rampart.actions.ledger;

import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what {@link LedgerEncoder} wrote. Used once. */
final class LedgerDecoder {
  private final ByteBuffer in;
  private final List<String> texts = new ArrayList<>();

  LedgerDecoder(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  AccountLedger decode() {
    try {
      AccountLedger ledger = ledger();
      if (in.hasRemaining()) {
        throw new CorruptLedgerException("ledger record has " + in.remaining() + " bytes too many");
      }
      return ledger;
    } catch (BufferUnderflowException e) {
      throw new CorruptLedgerException("ledger record ends too early");
    }
  }

  private AccountLedger ledger() {
    byte layout = in.get();
    if (layout != LedgerEncoder.LAYOUT) {
      throw new CorruptLedgerException(
          "ledger record has layout " + layout + ", allowed " + LedgerEncoder.LAYOUT);
    }
    texts.addAll(list(Integer.MAX_VALUE, this::newText));
    return new AccountLedger(
        list(AccountLedger.MAX_STRIKES, this::strike),
        list(AccountLedger.MAX_ACTIONS, this::action),
        list(AccountLedger.MAX_COOLDOWNS, this::cooldown));
  }

  private <T> List<T> list(int bound, Supplier<T> item) {
    int size = size(bound);
    List<T> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(item.get());
    }
    return items;
  }

  private String newText() {
    int length = size(in.remaining());
    ByteBuffer utf8 = in.slice(in.position(), Math.min(length, in.remaining()));
    if (utf8.remaining() < length) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw new CorruptLedgerException("ledger record has a text that is not UTF-8");
    }
  }

  private Strike strike() {
    String eventId = text();
    RuleKey rule = rule();
    double weight = Double.longBitsToDouble(in.getLong());
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new CorruptLedgerException("ledger record has a strike of weight " + weight);
    }
    long givenAt = signed();
    return new Strike(eventId, rule, weight, givenAt, givenAt + signed());
  }

  private PastAction action() {
    UUID id = new UUID(in.getLong(), in.getLong());
    String eventId = text();
    RuleMatch match = match();
    return new PastAction(
        id,
        eventId,
        match,
        constant(SubjectType.class),
        text(),
        text(),
        constant(ActionKind.class),
        text(),
        signed());
  }

  private RuleMatch match() {
    RuleKey rule = rule();
    int version = size(Integer.MAX_VALUE);
    return new RuleMatch(rule.policy(), version, rule.rule(), constant(PolicyMode.class));
  }

  private Cooldown cooldown() {
    String eventId = text();
    RuleKey rule = rule();
    long startsAt = signed();
    return new Cooldown(eventId, rule, startsAt, startsAt + signed());
  }

  private RuleKey rule() {
    return new RuleKey(text(), text());
  }

  private <E extends Enum<E>> E constant(Class<E> type) {
    String name = text();
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new CorruptLedgerException("ledger record names an unknown " + type.getSimpleName());
    }
  }

  private String text() {
    int index = size(Integer.MAX_VALUE);
    if (index >= texts.size()) {
      throw new CorruptLedgerException("ledger record refers to a text that it does not hold");
    }
    return texts.get(index);
  }

  private int size(int bound) {
    long size = number();
    if (size < 0 || size > bound) {
      throw new CorruptLedgerException("ledger record has a size of " + size);
    }
    return (int) size;
  }

  private long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  private long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new CorruptLedgerException("ledger record has a number of more than 64 bits");
  }
}
