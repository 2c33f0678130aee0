package dev.rampart.ops.hostile;

import java.util.Arrays;
import java.util.Random;

/** Damages what is good: cuts, repeats, moves and flips parts of it, and adds what often hurts. */
final class Mangler {
  private static final int LONGEST_PART = 60;

  private static final String[] HURTFUL = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "&a ",
    "*a ",
    "&a [*a, *a]",
    "!!java.net.URL ",
    "<<: *a",
    "%YAML 9",
    "---\n",
    "? ",
    "| \n",
    "\t",
    "\u0000",
    "\uFEFF",
    "\uD800",
    "\uDFFF",
    "\u202E",
    "\u0301",
    "1e999999",
    "-9223372036854775808",
    "99999999999999999999",
    "NaN",
    ".inf",
    "null",
    "~",
    "true",
    "0x7f",
    "-1",
    "P99999999999D",
    "((((((((",
    "\\",
    "\\u0000",
    "://",
    "@",
    "..",
    "xn--",
    "。"
  };

  private final Random random;

  Mangler(long seed) {
    this.random = new Random(seed);
  }

  String mangle(String good) {
    StringBuilder text = new StringBuilder(good);
    for (int times = random.nextInt(5); times >= 0; times--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(LONGEST_PART));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, HURTFUL[random.nextInt(HURTFUL.length)]);
        case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
        default -> text.insert(at, (char) random.nextInt());
      }
    }
    return text.toString();
  }

  byte[] mangle(byte[] good) {
    byte[] bytes = good.clone();
    for (int times = random.nextInt(6); times >= 0 && bytes.length > 0; times--) {
      int at = random.nextInt(bytes.length);
      bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (0x80 | bytes[at]);
    }
    int kept = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
    return Arrays.copyOf(bytes, kept);
  }

  /** Any text: letters of all scripts, marks, halves of pairs, and what links are made of. */
  String anyText(int longest) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(longest);
    while (text.length() < length) {
      switch (random.nextInt(4)) {
        case 0 -> text.append(HURTFUL[random.nextInt(HURTFUL.length)]);
        case 1 -> text.append((char) random.nextInt());
        case 2 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }
}
