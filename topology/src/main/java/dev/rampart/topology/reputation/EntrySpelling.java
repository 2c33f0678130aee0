package dev.rampart.topology.reputation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How entries of a list are spelt. */
public final class EntrySpelling {
  private static final Pattern HOST =
      Pattern.compile("(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,62})\\.)+[a-z0-9-]{2,63}");
  private static final Pattern HASH = Pattern.compile("[0-9A-Za-z+/=:_-]{8,256}");

  private EntrySpelling() {}

  /** The spelling that is looked up; empty where the text can be no entry of such a list. */
  public static Optional<String> of(ListKind kind, String text) {
    String entry = spelling(kind, text);
    boolean good =
        switch (kind) {
          case DOMAINS, SHORTENERS, DISPOSABLE_MAIL -> HOST.matcher(entry).matches();
          case HASHES -> HASH.matcher(entry).matches();
          case KEYWORDS -> !entry.isEmpty() && entry.split(" ").length <= Phrases.MOST_WORDS;
        };
    return good ? Optional.of(entry) : Optional.empty();
  }

  private static String spelling(ListKind kind, String text) {
    return switch (kind) {
      case DOMAINS, SHORTENERS, DISPOSABLE_MAIL -> text.toLowerCase(Locale.ROOT);
      case HASHES -> text;
      case KEYWORDS -> Phrases.normalise(text);
    };
  }

  /** What can be an entry, for people. */
  public static String allowed(ListKind kind) {
    return switch (kind) {
      case DOMAINS, SHORTENERS, DISPOSABLE_MAIL ->
          "a host in ASCII (xn-- where it needs to be) without scheme and path";
      case HASHES -> "8 to 256 letters and digits";
      case KEYWORDS -> "1 to " + Phrases.MOST_WORDS + " words";
    };
  }
}
