package dev.rampart.actions.ledger;

import dev.rampart.actions.policy.RuleMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a ledger: version byte, table of texts, strikes, actions, cool-downs. Whole numbers are
 * variable-length (seven bits a byte, the low ones first; signed ones zig-zag), a text is its
 * number in the table, where each text stands once. Used once.
 */
final class LedgerEncoder {
  /** Version of the layout, the first byte. */
  static final byte LAYOUT = 1;

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  byte[] encode(List<Strike> strikes, List<PastAction> actions, List<Cooldown> cooldowns) {
    number(body, strikes.size());
    strikes.forEach(this::strike);
    number(body, actions.size());
    actions.forEach(this::action);
    number(body, cooldowns.size());
    cooldowns.forEach(this::cooldown);
    return withTexts();
  }

  private byte[] withTexts() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(LAYOUT);
    number(out, texts.size());
    for (String text : texts.keySet()) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(out, utf8.length);
      out.writeBytes(utf8);
    }
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }

  private void strike(Strike strike) {
    text(strike.eventId());
    rule(strike.rule());
    fixed(Double.doubleToLongBits(strike.weight()));
    signed(strike.givenAt());
    signed(strike.expiresAt() - strike.givenAt());
  }

  private void action(PastAction action) {
    UUID id = action.actionId();
    fixed(id.getMostSignificantBits());
    fixed(id.getLeastSignificantBits());
    text(action.eventId());
    RuleMatch match = action.match();
    rule(RuleKey.of(match));
    number(body, match.policyVersion());
    text(match.mode().name());
    text(action.subjectType().name());
    text(action.subjectId());
    text(action.accountId());
    text(action.kind().name());
    text(action.noticeKey());
    signed(action.issuedAt());
  }

  private void cooldown(Cooldown cooldown) {
    text(cooldown.eventId());
    rule(cooldown.rule());
    signed(cooldown.startsAt());
    signed(cooldown.endsAt() - cooldown.startsAt());
  }

  private void rule(RuleKey rule) {
    text(rule.policy());
    text(rule.rule());
  }

  private void text(String text) {
    number(body, texts.computeIfAbsent(text, added -> texts.size()));
  }

  private void fixed(long value) {
    body.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  private void signed(long value) {
    number(body, (value << 1) ^ (value >> 63));
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
