package dev.rampart.schemas.serde;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Shows an array as the map that a generated record wants, number by label. It is written without
 * making an object of each number, and its labels are encoded once for all maps that share them.
 */
public final class LabelledNumbers extends AbstractMap<String, Float> {
  private final Labels labels;
  private final float[] values;

  /** Names of numbers, ready to be written; shared by many maps, safe for many threads. */
  public static final class Labels {
    private final List<String> names;
    private final Utf8[] encoded;

    /**
     * @param names each once
     */
    public Labels(List<String> names) {
      this.names = List.copyOf(names);
      this.encoded = names.stream().map(Utf8::new).toArray(Utf8[]::new);
    }
  }

  /**
   * @param values one for each label, in their order; not copied, not to be changed
   */
  public LabelledNumbers(Labels labels, float[] values) {
    this.labels = labels;
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public @Nullable Float get(Object label) {
    int place = labels.names.indexOf(label);
    return place < 0 ? null : values[place];
  }

  @Override
  public Set<Map.Entry<String, Float>> entrySet() {
    return IntStream.range(0, values.length)
        .mapToObj(i -> Map.entry(labels.names.get(i), values[i]))
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  Utf8 label(int place) {
    return labels.encoded[place];
  }

  float value(int place) {
    return values[place];
  }
}
