package dev.rampart.topology.text;

import java.util.List;

/**
 * Links in a message's text. A link is a host after a scheme ({@code https://host/…}) or, without
 * one, a dotted name that starts with {@code www.} or ends in a top-level domain that is common in
 * chat ({@code host.com}, {@code host.gg/x}); {@code node.js} and {@code and.so} are none.
 *
 * @param count links in the text, repeats included
 * @param domains their hosts in order of first appearance, without repeats: lower case, punycode
 *     for what is not ASCII, no port, no user part, no final dot; the first {@value #MAX_DOMAINS}
 */
public record Links(int count, List<String> domains) {
  /** Hosts that are kept of one text. */
  public static final int MAX_DOMAINS = 64;

  /** A text without links. */
  public static final Links NONE = new Links(0, List.of());

  public Links {
    domains = List.copyOf(domains);
  }

  /**
   * Reads the links of a text in time linear in its length, whatever stands in it. A text without a
   * dot and without {@code ://} costs two searches.
   */
  public static Links of(String text) {
    if (text.indexOf('.') < 0 && !text.contains("://")) {
      return NONE;
    }
    return new LinkScanner(text).scan();
  }
}
