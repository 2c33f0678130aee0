package dev.rampart.classifiers.text;

/**
 * Turns texts into row numbers by a {@link HashSpec}. Time is linear in the part of the text that
 * the spec reads, and no object is made for a text. One thread owns a featuriser.
 */
public final class NgramFeaturiser {
  private final TextFolder folder;
  private final IdSink sink;
  private final TokenScanner scanner;

  public NgramFeaturiser(HashSpec spec) {
    this.folder = new TextFolder(spec.maxCharacters());
    this.sink = new IdSink(spec);
    this.scanner = new TokenScanner(spec, folder, sink);
  }

  /**
   * Reads a text, any string at all.
   *
   * @return how many of {@link #ids()} are valid: at least 1, at most the spec's bound
   */
  public int featurise(String text) {
    sink.clear();
    folder.fold(text);
    scanner.scan();
    return sink.count();
  }

  /** The row numbers of the last text, each from 1 to buckets - 1; overwritten by the next. */
  public int[] ids() {
    return sink.ids();
  }
}
