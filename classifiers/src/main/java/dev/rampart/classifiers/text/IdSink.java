package dev.rampart.classifiers.text;

/**
 * The row numbers of one text: 1 to buckets - 1, each once for every time that its feature occurs,
 * at most as many as the spec allows.
 */
final class IdSink {
  private final int mask;
  private final int[] ids;
  private int count;

  IdSink(HashSpec spec) {
    this.mask = spec.buckets() - 1;
    this.ids = new int[spec.maxIds()];
  }

  void clear() {
    count = 0;
  }

  void add(int hash) {
    if (count < ids.length) {
      int id = Hashing.finish(hash) & mask;
      ids[count++] = id == 0 ? 1 : id;
    }
  }

  int[] ids() {
    return ids;
  }

  int count() {
    return count;
  }
}
