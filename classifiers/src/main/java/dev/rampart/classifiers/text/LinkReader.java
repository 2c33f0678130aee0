package dev.rampart.classifiers.text;

/**
 * Reads host names: their labels yield features of their own, and those of words too, so that what
 * a link promises counts as said.
 */
final class LinkReader {
  private static final Lexicon ENDS = Lexicon.read("domain-ends.txt");
  private static final int HOST = 0x3C6EF372;
  private static final int END = 0x1F83D9AB;
  private static final int SHAPE = 0x5BE0CD19;
  private static final int MAX_LABEL = 40;

  private final WordGrams grams;
  private final IdSink sink;
  private final Disguise disguise = new Disguise();
  private final char[] label = new char[MAX_LABEL + 2];

  /**
   * Where the run of labels ends that was found to be no host: no later part of it is one, for they
   * all have the same ending. Else the time would grow with the square of the run.
   */
  private int hostless;

  LinkReader(WordGrams grams, IdSink sink) {
    this.grams = grams;
    this.sink = sink;
  }

  /** Another text begins. */
  void clear() {
    hostless = 0;
  }

  /**
   * Where the host name that starts here ends, or {@code from} where none does: labels, the last of
   * which is a known ending.
   */
  int endOfHost(char[] t, int from, int length) {
    if (from < hostless) {
      return from;
    }
    int end = from;
    int lastDot = -1;
    while (end < length && isHost(t[end])) {
      lastDot =
          t[end] == '.' && end + 1 < length && CharacterClass.isWord(t[end + 1]) ? end : lastDot;
      end++;
    }
    int run = end;
    while (end > from && !CharacterClass.isWord(t[end - 1])) {
      end--;
    }
    if (lastDot > from && ENDS.contains(hash(t, lastDot + 1, end))) {
      return end;
    }
    hostless = run;
    return from;
  }

  /** One past the host name of a link whose scheme says that it is one. */
  int endOfAnyHost(char[] t, int from, int length) {
    int end = from;
    while (end < length && isHost(t[end])) {
      end++;
    }
    return end;
  }

  /** Adds the features of a host name. */
  void read(char[] t, int from, int to) {
    int hyphens = 0;
    int digits = 0;
    int labels = 0;
    int start = from;
    for (int i = from; i <= to; i++) {
      boolean parts = i == to || t[i] == '.' || t[i] == '-';
      if (parts) {
        label(t, start, i, i == to);
        start = i + 1;
        labels++;
        hyphens += i < to && t[i] == '-' ? 1 : 0;
      } else {
        digits += CharacterClass.isDigit(t[i]) ? 1 : 0;
      }
    }
    shape(0, hyphens);
    shape(1, digits);
    shape(2, labels);
    shape(3, (to - from) / 6);
  }

  private void label(char[] t, int from, int to, boolean last) {
    int n = Math.min(to - from, MAX_LABEL);
    if (n <= 0) {
      return;
    }
    System.arraycopy(t, from, label, 1, n);
    if (last) {
      grams.symbol(Hashing.pair(END, hash(t, from, to)));
      return;
    }
    grams.host(label, n, HOST);
    disguise.signs(label, n);
    grams.hidden(label, n);
  }

  private void shape(int which, int value) {
    sink.add(Hashing.pair(SHAPE + which, Math.min(value, 7)));
  }

  private static int hash(char[] t, int from, int to) {
    int h = Hashing.START;
    for (int i = from; i < to; i++) {
      h = Hashing.step(h, t[i]);
    }
    return h;
  }

  private static boolean isHost(char c) {
    return CharacterClass.isWord(c) || c == '.' || c == '-';
  }
}
