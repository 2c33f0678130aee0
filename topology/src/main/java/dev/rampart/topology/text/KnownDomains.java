package dev.rampart.topology.text;

import java.util.Locale;
import java.util.Set;

/**
 * Tells a host that stands without a scheme from a word with a dot in it. Top-level domains that
 * are also common file endings or words (so, md, py, rs, sh) are left out.
 */
final class KnownDomains {
  private static final Set<String> ENDINGS =
      Set.of(
          "com",
          "net",
          "org",
          "info",
          "biz",
          "io",
          "co",
          "gg",
          "me",
          "tv",
          "gl",
          "ly",
          "cc",
          "xyz",
          "app",
          "dev",
          "link",
          "click",
          "top",
          "site",
          "online",
          "shop",
          "store",
          "club",
          "live",
          "pro",
          "vip",
          "win",
          "icu",
          "fun",
          "space",
          "website",
          "gift",
          "gifts",
          "cloud",
          "tech",
          "edu",
          "gov",
          "mil",
          "int",
          "eu",
          "us",
          "uk",
          "de",
          "fr",
          "nl",
          "it",
          "es",
          "pl",
          "ru",
          "su",
          "ua",
          "by",
          "kz",
          "cn",
          "jp",
          "kr",
          "in",
          "br",
          "au",
          "ca",
          "ch",
          "at",
          "be",
          "se",
          "no",
          "dk",
          "fi",
          "cz",
          "tr",
          "id",
          "vn",
          "th",
          "tk",
          "ml",
          "ga",
          "cf",
          "gq",
          "pw",
          "ws",
          "monster",
          "bar",
          "rest",
          "cam",
          "support",
          "help",
          "games",
          "finance",
          "chat",
          "social",
          "onion",
          "xn--p1ai");

  private static final int LONGEST_ENDING = 10;

  private KnownDomains() {}

  static boolean looksLikeHost(String host) {
    int dot = host.lastIndexOf('.');
    if (dot <= 0 || host.indexOf('@') >= 0) {
      return false;
    }
    return host.regionMatches(true, 0, "www.", 0, 4) || isKnown(host.substring(dot + 1));
  }

  private static boolean isKnown(String ending) {
    return ending.length() <= LONGEST_ENDING && ENDINGS.contains(ending.toLowerCase(Locale.ROOT));
  }
}
