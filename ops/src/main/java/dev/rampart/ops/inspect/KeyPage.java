package dev.rampart.ops.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some keys of the part of a store that this instance holds.
 *
 * @param next cursor to go on from; null at the end
 * @param instance that answered
 * @param partitions that are looked through here; the others lie with other instances
 */
public record KeyPage(
    List<KeyEntry> items, @Nullable String next, String instance, List<Integer> partitions) {
  public KeyPage {
    items = List.copyOf(items);
    partitions = List.copyOf(partitions);
  }
}
