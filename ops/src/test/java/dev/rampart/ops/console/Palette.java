package dev.rampart.ops.console;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours of the console in one of its two schemes, by name.
 *
 * @param colours red, green and blue as one number
 */
record Palette(Map<String, Integer> colours) {
  private static final Pattern COLOUR =
      Pattern.compile("--([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\);");
  private static final int HEX = 16;

  /** The colours that a style sheet names. */
  static Palette of(String css, boolean dark) {
    Map<String, Integer> colours = new HashMap<>();
    Matcher colour = COLOUR.matcher(css);
    while (colour.find()) {
      colours.put(colour.group(1), Integer.parseInt(colour.group(dark ? 3 : 2), HEX));
    }
    return new Palette(Map.copyOf(colours));
  }

  /** Contrast of two colours as WCAG 2.2 defines it, 1 to 21. */
  double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private double luminance(String name) {
    int colour =
        Optional.ofNullable(colours.get(name))
            .orElseThrow(() -> new AssertionError("no colour --" + name));
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int eightBits) {
    double share = (eightBits & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
