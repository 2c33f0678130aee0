package dev.rampart.topology.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The value of every aggregate from the whole list of events, by the words of the catalogue's
 * README and with no thought of speed or storage. Conditions are {@code message} or every event.
 */
final class Oracle {
  private final FeatureDefinition feature;
  private final List<Seen> past;
  private final Seen event;

  private Oracle(FeatureDefinition feature, List<Seen> past, Seen event) {
    this.feature = feature;
    this.past = past;
    this.event = event;
  }

  static double value(FeatureDefinition feature, List<Seen> past, Seen event) {
    return new Oracle(feature, past, event).value();
  }

  private double value() {
    return switch (feature.aggregate()) {
      case COUNT -> window().size();
      case RATE -> window().size() / (double) feature.window().toSeconds();
      case SUM -> links().sum();
      case MIN -> links().min().orElse(Double.NaN);
      case MAX -> links().max().orElse(Double.NaN);
      case MEAN -> links().average().orElse(Double.NaN);
      case VARIANCE -> variance(links().toArray());
      case DISTINCT -> distinct();
      case REPEATS -> repeats();
      case TOP_K -> topShare();
      case ENTROPY -> entropy();
      case VALUE -> event.links();
      case FIRST -> first();
      case LAST -> last();
      case TIME_SINCE -> timeSince(past.size(), event.time()) / 1000.0;
      case GAP_MEAN -> gaps().average().orElse(Double.NaN) / 1000;
      case GAP_VARIATION -> gapVariation();
      case EWMA -> isOvertaken() ? Double.NaN : mean(decayed(true));
      case Z_SCORE -> score();
      case AGE, TENURE, RATIO -> throw new IllegalArgumentException(feature.name());
    };
  }

  private boolean matches(Seen seen) {
    return feature.where().isEmpty() || seen.message();
  }

  /** What the window that ends at the event holds, the event last. */
  private List<Seen> window() {
    List<Seen> held = past.stream().filter(this::matches).filter(s -> counts(s.time())).toList();
    List<Seen> window = new ArrayList<>(held);
    if (matches(event)) {
      window.add(event);
    }
    return window;
  }

  private boolean counts(long time) {
    Tiling tiling = Tiling.of(feature.window().toMillis());
    long tile = tiling.tileOf(time);
    long own = tiling.tileOf(event.time());
    boolean held = tile > tiling.tileOf(event.newest()) - tiling.count();
    boolean visible = event.late() ? tile < own : tile <= own;
    return held && visible && tile > own - tiling.count();
  }

  private boolean isHeld(long time) {
    Tiling tiling = Tiling.of(feature.window().toMillis());
    return tiling.tileOf(time) > tiling.tileOf(event.newest()) - tiling.count();
  }

  private DoubleStream links() {
    return window().stream().mapToDouble(Seen::links);
  }

  private static double variance(double[] numbers) {
    double mean = DoubleStream.of(numbers).average().orElse(Double.NaN);
    return DoubleStream.of(numbers).map(x -> (x - mean) * (x - mean)).average().orElse(Double.NaN);
  }

  private String text(Seen seen) {
    return feature.value().equals(Expressions.FOLDED_CONTENT)
        ? seen.text().isEmpty() ? "" : seen.text().substring(0, 1)
        : seen.text();
  }

  private Map<String, Long> counts() {
    return window().stream()
        .map(this::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private double distinct() {
    boolean overtaken =
        past.stream()
            .filter(seen -> matches(seen) && !text(seen).isEmpty() && isHeld(seen.time()))
            .anyMatch(seen -> seen.time() > event.time());
    return overtaken ? Double.NaN : distinctAsIfNewest();
  }

  /** All that entered is not newer than the event, so its own tile can be used whole. */
  private double distinctAsIfNewest() {
    Set<String> texts =
        past.stream()
            .filter(seen -> matches(seen) && isHeld(seen.time()))
            .map(this::text)
            .collect(Collectors.toCollection(HashSet::new));
    if (matches(event)) {
      texts.add(text(event));
    }
    texts.remove("");
    return texts.size();
  }

  private double repeats() {
    return matches(event) && !text(event).isEmpty()
        ? counts().getOrDefault(text(event), 0L)
        : Double.NaN;
  }

  private double topShare() {
    long[] counts = counts().values().stream().mapToLong(c -> -c).sorted().toArray();
    double top = 0;
    double all = 0;
    for (int i = 0; i < counts.length; i++) {
      top -= i < feature.k() ? counts[i] : 0;
      all -= counts[i];
    }
    return top / all;
  }

  private double entropy() {
    Map<String, Long> counts = counts();
    double all = counts.values().stream().mapToLong(c -> c).sum();
    return counts.isEmpty()
        ? Double.NaN
        : counts.values().stream().mapToDouble(c -> -c / all * Math.log(c / all)).sum()
            / Math.log(2);
  }

  private double first() {
    List<Seen> all = new ArrayList<>(past);
    all.add(event);
    Seen first = null;
    for (Seen seen : all) {
      first = matches(seen) && (first == null || seen.time() < first.time()) ? seen : first;
    }
    return first == null || first.time() > event.time() ? Double.NaN : first.links();
  }

  private double last() {
    Seen last = null;
    for (Seen seen : past) {
      last = matches(seen) && (last == null || seen.time() >= last.time()) ? seen : last;
    }
    return last == null || last.time() > event.time() ? Double.NaN : last.links();
  }

  private double timeSince(int end, long time) {
    long last =
        past.subList(0, end).stream().filter(this::matches).mapToLong(Seen::time).max().orElse(-1);
    return last < 0 || last > time ? Double.NaN : time - last;
  }

  private DoubleStream gaps() {
    return window().stream()
        .mapToDouble(s -> timeSince(Math.min(s.place(), past.size()), s.time()))
        .filter(gap -> gap <= feature.window().toMillis());
  }

  private double gapVariation() {
    double[] gaps = gaps().toArray();
    double mean = DoubleStream.of(gaps).average().orElse(0);
    return gaps.length < 2 || mean == 0 ? Double.NaN : Math.sqrt(variance(gaps)) / mean;
  }

  private List<Seen> decayed(boolean withEvent) {
    List<Seen> entered = new ArrayList<>(past.stream().filter(this::matches).toList());
    if (withEvent && matches(event)) {
      entered.add(event);
    }
    return entered;
  }

  private static long newest(List<Seen> entered) {
    return entered.stream().mapToLong(Seen::time).max().orElse(0);
  }

  private boolean isOvertaken() {
    return past.stream().filter(this::matches).anyMatch(seen -> seen.time() > event.time());
  }

  private double weight(Seen seen, long now) {
    return Math.pow(0.5, (double) (now - seen.time()) / feature.window().toMillis());
  }

  private double mean(List<Seen> entered) {
    long now = newest(entered);
    double sum = entered.stream().mapToDouble(s -> weight(s, now) * s.links()).sum();
    return sum / entered.stream().mapToDouble(s -> weight(s, now)).sum();
  }

  private double score() {
    List<Seen> before = decayed(false);
    if (isOvertaken() || !matches(event) || before.isEmpty()) {
      return Double.NaN;
    }
    double mean = mean(before);
    long now = newest(before);
    double weight = before.stream().mapToDouble(s -> weight(s, now)).sum();
    double squares =
        before.stream().mapToDouble(s -> weight(s, now) * Math.pow(s.links() - mean, 2)).sum();
    return squares / weight <= DecayCell.LEAST_VARIANCE
        ? Double.NaN
        : (event.links() - mean) / Math.sqrt(squares / weight);
  }
}
