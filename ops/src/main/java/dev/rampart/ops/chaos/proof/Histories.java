package dev.rampart.ops.chaos.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A checksum of what happened to each subject, that every further thing goes into and that depends
 * on the order. What comes on several ways has a checksum of each way: between ways there is no
 * order. Confined to one thread.
 */
final class Histories {
  private final Map<String, Long> sums = new HashMap<>();

  /** The next thing that happened to a subject. */
  void add(String subject, String way, String id) {
    sums.merge(way + ' ' + subject, mix(id), (before, next) -> mix(before * 31 + next));
  }

  /** Number of subjects whose checksum differs, or that only one of the two has. */
  long differences(Histories other) {
    Set<String> all = new HashSet<>(sums.keySet());
    all.addAll(other.sums.keySet());
    return all.stream()
        .filter(key -> !sums.getOrDefault(key, 0L).equals(other.sums.getOrDefault(key, 0L)))
        .count();
  }

  /** Number of checksums. */
  long size() {
    return sums.size();
  }

  /** One checksum of all, whatever the order of the subjects. */
  long total() {
    return sums.entrySet().stream()
        .mapToLong(each -> mix(mix(each.getKey()) ^ each.getValue()))
        .sum();
  }

  private static long mix(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    return mixed ^ (mixed >>> 33);
  }
}
