package dev.rampart.topology.reputation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a list is about, and so how its entries look and match. */
public enum ListKind {
  /** Harmful hosts; a host is listed when it or a domain above it is. */
  DOMAINS,
  /** Hosts that hide where a link leads. */
  SHORTENERS,
  /** Hosts of throw-away mail addresses. */
  DISPOSABLE_MAIL,
  /** Hashes of attachments, as the platform computes them; matched letter by letter. */
  HASHES,
  /** Words, or several in a row; matched by whole words, whatever case and punctuation. */
  KEYWORDS;

  private static final Pattern LIST = Pattern.compile("[a-z_]+(/[a-z0-9][a-z0-9._-]{0,63})?");

  /** Name as the files write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Kind of a list by its name, the kind first and a source behind a slash if wanted. */
  public static Optional<ListKind> ofList(String list) {
    return LIST.matcher(list).matches() ? named(list.split("/", 2)[0]) : Optional.empty();
  }

  static Optional<ListKind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** The kinds, for people. */
  public static String allowed() {
    return Arrays.stream(values()).map(ListKind::label).collect(Collectors.joining(", "));
  }

  /** Whether its entries are hosts. */
  boolean holdsHosts() {
    return this == DOMAINS || this == SHORTENERS || this == DISPOSABLE_MAIL;
  }
}
