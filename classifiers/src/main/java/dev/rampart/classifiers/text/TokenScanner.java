package dev.rampart.classifiers.text;

/**
 * Cuts folded text into words, numbers, links, mentions, pictures and signs, and hands each to its
 * reader.
 */
final class TokenScanner {
  private static final int MAX_WORD = 40;
  private static final int LINK = 0x510E527F;
  private static final int MENTION = 0x1B873593;
  private static final int NUMBER = 0x4CF5AD43;
  private static final int MONEY = 0x2E63A2F1;
  private static final int PICTURE = 0x38495AB5;
  private static final int SIGN = 0x52DCE729;
  private static final int DISGUISED = 0x7C0DA5F3;
  private static final int STYLE = 0x61C88647;

  private final TextFolder text;
  private final IdSink sink;
  private final WordGrams grams;
  private final LinkReader links;
  private final SpacedLetters spaced;
  private final Disguise disguise = new Disguise();
  private final char[] word = new char[MAX_WORD + 2];
  private final char[] other = new char[MAX_WORD + 2];
  private char[] t = {};
  private int end;
  private int length;
  private boolean plain;
  private boolean digits;
  private boolean foreign;
  private char gap;
  private int linkCount;
  private int shouts;

  TokenScanner(HashSpec spec, TextFolder text, IdSink sink) {
    this.text = text;
    this.sink = sink;
    this.grams = new WordGrams(spec, sink);
    this.links = new LinkReader(grams, sink);
    this.spaced = new SpacedLetters(grams);
  }

  /** Adds the features of the folder's text to the sink. */
  void scan() {
    t = text.characters();
    end = text.length();
    grams.clear();
    spaced.clear();
    links.clear();
    linkCount = 0;
    shouts = 0;
    gap = ' ';
    int i = 0;
    while (i < end) {
      i = token(i);
    }
    spaced.end();
    style();
  }

  private int token(int i) {
    char c = t[i];
    if (CharacterClass.isWord(c)) {
      return wordOrLink(i);
    }
    if (c == ' ') {
      gap = ' ';
      return i + 1;
    }
    if (c == '@' && isWordAt(i + 1)) {
      return mention(i);
    }
    if ((c == '$' || c == '!') && isLetterAt(i + 1)) {
      return wordOrLink(i);
    }
    return CharacterClass.isPicture(c) ? picture(i) : sign(i);
  }

  private int wordOrLink(int from) {
    int i = read(from);
    if (i + 2 < end && t[i] == ':' && t[i + 1] == '/' && t[i + 2] == '/') {
      return link(i + 3, links.endOfAnyHost(t, i + 3, end));
    }
    if (t[i] == '.' && isWordAt(i + 1)) {
      int host = links.endOfHost(t, from, end);
      if (host > from) {
        return link(from, host);
      }
    }
    finishWord();
    return i;
  }

  /** Reads a word into the buffer and returns the index after it. */
  private int read(int from) {
    int i = from;
    length = 0;
    plain = true;
    digits = true;
    foreign = false;
    while (i < end && length < MAX_WORD) {
      char c = t[i];
      if (CharacterClass.isWord(c)) {
        boolean digit = CharacterClass.isDigit(c);
        digits &= digit;
        plain &= !digit;
        foreign |= c >= 128;
        word[++length] = c;
      } else if (isInnerSign(i)) {
        plain = false;
        digits = false;
        word[++length] = c;
      } else if (!(c == '\'' && length > 0 && isLetterAt(i + 1))) {
        break;
      }
      i++;
    }
    return i;
  }

  private boolean isInnerSign(int at) {
    char c = t[at];
    if (!CharacterClass.isInner(c)) {
      return false;
    }
    if (length == 0) {
      return c == '$' || c == '!';
    }
    if (c == '$' && !CharacterClass.isDigit(word[length])) {
      return true;
    }
    int next = at + 1;
    while (next < end && CharacterClass.isInner(t[next])) {
      next++;
    }
    return isLetterAt(next);
  }

  private void finishWord() {
    if (digits) {
      number();
      return;
    }
    if (!plain || foreign) {
      undisguise();
    }
    int squeezed = Disguise.squeeze(word, length, other, 2, 2);
    if (squeezed < length) {
      squeezeWord(squeezed);
    } else {
      grams.word(word, length);
    }
    spaced.word(word, length, gap);
    gap = ' ';
  }

  private void undisguise() {
    System.arraycopy(word, 1, other, 1, length);
    boolean alike = foreign && disguise.lookAlikes(word, length, text.mostlyLatin());
    boolean signs = !plain && disguise.signs(word, length);
    if (alike || signs) {
      sink.add(DISGUISED + (alike ? 1 : 0));
      grams.variant(other, length);
    }
  }

  private void squeezeWord(int squeezed) {
    System.arraycopy(other, 1, word, 1, squeezed);
    length = squeezed;
    grams.word(word, length);
    int single = Disguise.squeeze(word, length, other, 1, 1);
    grams.hidden(other, single);
  }

  private void number() {
    if (length <= 4) {
      grams.variant(word, length);
    }
    boolean money = gap == '$';
    grams.symbol((money ? MONEY : NUMBER) + Math.min(length, 8));
    spaced.end();
    gap = ' ';
  }

  private int link(int from, int to) {
    spaced.end();
    grams.symbol(LINK);
    links.read(t, from, to);
    linkCount++;
    int i = to;
    while (i < end && t[i] != ' ') {
      i++;
    }
    return i;
  }

  private int mention(int at) {
    spaced.end();
    grams.symbol(MENTION);
    int i = read(at + 1);
    boolean changed = disguise.signs(word, length);
    if (changed || length <= 8) {
      System.arraycopy(word, 1, other, 2, Math.min(length, MAX_WORD - 1));
      other[1] = 'a';
      grams.variant(other, Math.min(length + 1, MAX_WORD));
    }
    return Math.max(i, at + 1);
  }

  private int picture(int i) {
    boolean pair =
        Character.isHighSurrogate(t[i]) && i + 1 < end && Character.isLowSurrogate(t[i + 1]);
    int hash = Hashing.pair(PICTURE, pair ? Character.toCodePoint(t[i], t[i + 1]) : t[i]);
    if (hash != grams.last()) {
      grams.symbol(hash);
    }
    gap = ' ';
    return pair ? i + 2 : i + 1;
  }

  private int sign(int from) {
    char c = t[from];
    int i = from + 1;
    while (i < end && t[i] == c) {
      i++;
    }
    shouts += c == '!' ? i - from : 0;
    if (c == '!' || c == '?' || c == '"' || c == '$' || c == '%') {
      sink.add(Hashing.pair(SIGN + Math.min(i - from, 3), c));
    }
    gap = i - from == 1 ? c : ' ';
    return i;
  }

  private void style() {
    mark(0, 32 - Integer.numberOfLeadingZeros(end));
    mark(1, Math.min(linkCount, 4));
    mark(2, Math.min(shouts, 5));
    if (text.letters() >= 8) {
      mark(3, 5 * text.capitals() / text.letters());
    }
  }

  private void mark(int which, int value) {
    sink.add(Hashing.pair(STYLE + which, value));
  }

  private boolean isWordAt(int i) {
    return i < end && CharacterClass.isWord(t[i]);
  }

  private boolean isLetterAt(int i) {
    return isWordAt(i) && !CharacterClass.isDigit(t[i]);
  }
}
