package dev.rampart.topology.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One pass over a text, token by token; every char is looked at a fixed number of times. */
final class LinkScanner {
  private static final String SCHEME_MARK = "://";
  private static final boolean[] DELIMITERS = delimiters();
  private static final int LONGEST_HOST = 253;

  private final String text;
  private final Set<String> domains = new LinkedHashSet<>();
  private final Hosts hosts = new Hosts();
  private int count;

  /** The first dot that was not before the last token; the text's length where there is none. */
  private int dot = -1;

  LinkScanner(String text) {
    this.text = text;
  }

  Links scan() {
    int mark = text.indexOf(SCHEME_MARK);
    int start = 0;
    while (start < text.length()) {
      int end = tokenEnd(start);
      if (mark >= 0 && mark < start) {
        mark = text.indexOf(SCHEME_MARK, start);
      }
      if (mark >= 0 && mark < end) {
        withScheme(mark, end);
      } else {
        bare(start, end);
      }
      start = end + 1;
    }
    return new Links(count, List.copyOf(domains));
  }

  private int tokenEnd(int start) {
    int at = start;
    while (at < text.length() && !isDelimiter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDelimiter(char c) {
    return c < DELIMITERS.length ? DELIMITERS[c] : Character.isWhitespace(c);
  }

  private static boolean[] delimiters() {
    boolean[] delimiters = new boolean[0x80];
    Arrays.fill(delimiters, 0, ' ' + 1, true);
    "<>\"'`()[]{}|,;*".chars().forEach(c -> delimiters[c] = true);
    return delimiters;
  }

  /** Takes every host of a token such as {@code see:https://a.example/https://b.example}. */
  private void withScheme(int firstMark, int end) {
    int mark = firstMark;
    while (mark >= 0 && mark < end) {
      int from = mark + SCHEME_MARK.length();
      int to = authorityEnd(from, end);
      take(hostStart(from, to), to, false);
      mark = indexOfMark(to, end);
    }
  }

  private int indexOfMark(int from, int end) {
    for (int at = from; at + SCHEME_MARK.length() <= end; at++) {
      if (text.startsWith(SCHEME_MARK, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Most words have no dot but a last one. */
  private void bare(int start, int end) {
    if (dot < start) {
      dot = text.indexOf('.', start);
      dot = dot < 0 ? text.length() : dot;
    }
    if (dot < end - 1) {
      take(start, authorityEnd(start, end), true);
    }
  }

  private int authorityEnd(int from, int end) {
    int at = from;
    while (at < end && "/?#\\".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private int hostStart(int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      if (text.charAt(at) == '@') {
        return at + 1;
      }
    }
    return from;
  }

  private void take(int from, int authorityEnd, boolean mustBeKnown) {
    int to = hostEnd(from, authorityEnd);
    if (to - from > LONGEST_HOST || to <= from) {
      return;
    }
    String host = text.substring(from, to);
    if (mustBeKnown ? !KnownDomains.looksLikeHost(host) : host.indexOf('.') < 0) {
      return;
    }
    count++;
    if (domains.size() < Links.MAX_DOMAINS) {
      hosts.normalise(host).ifPresent(domains::add);
    }
  }

  private int hostEnd(int from, int authorityEnd) {
    int to = from;
    while (to < authorityEnd && text.charAt(to) != ':') {
      to++;
    }
    while (to > from && ".!…".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }
}
