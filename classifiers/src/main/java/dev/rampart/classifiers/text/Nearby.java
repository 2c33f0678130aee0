package dev.rampart.classifiers.text;

/** The words within a few steps of a word of one class, in front of it and after it. */
final class Nearby {
  private final int name;
  private final int reach;
  private int left;

  Nearby(int name, int reach) {
    this.name = name;
    this.reach = reach;
  }

  int name() {
    return name;
  }

  void clear() {
    left = 0;
  }

  /** A word of the class stands here, after these words. */
  void start(int[] recent, int words, IdSink sink) {
    sink.add(name);
    for (int i = 1; i <= Math.min(reach, words); i++) {
      sink.add(Hashing.pair(recent[(words - i) & (recent.length - 1)], name));
    }
    left = reach;
  }

  /** Any word of the text. */
  void follow(int hash, IdSink sink) {
    if (left > 0) {
      left--;
      sink.add(Hashing.pair(name, hash));
    }
  }
}
