package dev.rampart.classifiers.text;

/**
 * The features of words in the order of a text: the word, its pair with the word before, its
 * character n-grams, and what stands near a word that names a group of people, speaks to somebody,
 * or negates. Such context is hashed without the group's name, so that what is learned about one
 * group holds for all.
 */
final class WordGrams {
  private static final Lexicon STOP_WORDS = Lexicon.read("stop-words.txt");
  private static final Lexicon GROUPS = Lexicon.read("groups.txt");
  private static final Lexicon SECOND_PERSON = Lexicon.read("second-person.txt");
  private static final Lexicon NEGATIONS = Lexicon.read("negations.txt");

  private static final int PAIR = 0x2A65F3B1;
  private static final int CHARACTERS = 0x6D1B5C97;
  private static final int MEMORY = 4;

  private final HashSpec spec;
  private final IdSink sink;
  private final Nearby groups = new Nearby(0x13B7A9D5, 4);
  private final Nearby addressed = new Nearby(0x51E0D7C3, 3);
  private final Nearby negated = new Nearby(0x7F4A7C15, 3);
  private final int[] recent = new int[MEMORY];
  private int words;
  private int before;
  private int shortBefore;

  WordGrams(HashSpec spec, IdSink sink) {
    this.spec = spec;
    this.sink = sink;
  }

  void clear() {
    words = 0;
    before = 0;
    shortBefore = 0;
    groups.clear();
    addressed.clear();
    negated.clear();
  }

  /** The hash of the last word or class, 0 at the start. */
  int last() {
    return before;
  }

  /**
   * A word of the text.
   *
   * @param w holds the word from index 1 on, with room for one more character after it
   * @param n its length
   */
  void word(char[] w, int n) {
    int hash = hash(w, n);
    chain(hash);
    boolean stop = STOP_WORDS.contains(hash);
    if (stop) {
      shortBefore = 0;
    } else {
      joinWithShort(w, n);
      characters(w, n, CHARACTERS);
    }
    context(hash, stop);
  }

  /** A class such as a link or a number, or an emoji, that stands for a word. */
  void symbol(int hash) {
    chain(hash);
    shortBefore = 0;
    remember(hash);
  }

  /**
   * Another reading of the last word, such as the one before folding; it takes no part in the
   * pairs.
   */
  void variant(char[] w, int n) {
    sink.add(hash(w, n));
  }

  /** A word that other tricks hid, with its character n-grams. */
  void hidden(char[] w, int n) {
    sink.add(hash(w, n));
    characters(w, n, CHARACTERS);
  }

  /** The character n-grams of a part of a host name, apart from those of words. */
  void host(char[] w, int n, int space) {
    sink.add(Hashing.pair(space, hash(w, n)));
    characters(w, n, space);
  }

  private static int hash(char[] w, int n) {
    int h = Hashing.START;
    for (int i = 1; i <= n; i++) {
      h = Hashing.step(h, w[i]);
    }
    return h;
  }

  private void chain(int hash) {
    sink.add(hash);
    if (before != 0) {
      sink.add(Hashing.pair(before, hash) ^ PAIR);
    }
    before = hash;
  }

  private void joinWithShort(char[] w, int n) {
    if (shortBefore != 0 && n <= 4) {
      int h = shortBefore;
      for (int i = 1; i <= n; i++) {
        h = Hashing.step(h, w[i]);
      }
      sink.add(h);
    }
    shortBefore = n <= 4 ? hash(w, n) : 0;
  }

  private void characters(char[] w, int n, int space) {
    w[0] = '_';
    w[n + 1] = '_';
    int shortest = spec.shortest();
    int end = n + 2;
    for (int from = 0; from + shortest <= end; from++) {
      int h = space;
      int stop = Math.min(end, from + spec.longest());
      for (int i = from; i < stop; i++) {
        h = Hashing.step(h, w[i]);
        if (i - from >= shortest - 1) {
          sink.add(h);
        }
      }
    }
  }

  private void context(int hash, boolean stop) {
    boolean group = GROUPS.contains(hash);
    boolean address = SECOND_PERSON.contains(hash);
    groups.follow(hash, sink);
    addressed.follow(hash, sink);
    negated.follow(hash, sink);
    if (group) {
      groups.start(recent, words, sink);
    }
    if (address) {
      addressed.start(recent, words, sink);
    }
    if (NEGATIONS.contains(hash)) {
      negated.start(recent, 0, sink);
    }
    if (!stop || address) {
      remember(group ? groups.name() : hash);
    }
  }

  private void remember(int hash) {
    recent[words++ & (MEMORY - 1)] = hash;
  }
}
