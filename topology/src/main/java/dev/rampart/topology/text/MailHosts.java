package dev.rampart.topology.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the hosts of mail addresses in texts, in time linear in the length of the text. */
public final class MailHosts {
  private static final int LONGEST_HOST = 253;

  private MailHosts() {}

  /** The different hosts behind an at sign, in lower case; ASCII only. */
  public static List<String> of(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return List.of();
    }
    Set<String> hosts = new LinkedHashSet<>();
    for (; at >= 0 && hosts.size() < Links.MAX_DOMAINS; at = text.indexOf('@', at + 1)) {
      String host = hostAt(text, at + 1);
      if (host.indexOf('.') > 0) {
        hosts.add(host);
      }
    }
    return List.copyOf(hosts);
  }

  private static String hostAt(String text, int start) {
    int end = start;
    while (end < text.length() && end - start < LONGEST_HOST && isPart(text.charAt(end))) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.';
  }
}
