package dev.rampart.classifiers.runtime;

import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.text.WordPieceTokeniser;
import java.util.Arrays;

/** The word pieces of a batch, text after text. */
final class PieceEncoder implements Encoder {
  private final WordPieceTokeniser tokeniser;
  private int[] ids = new int[16_384];
  private int[] ends = new int[256];
  private int count;

  PieceEncoder(InputSpec.WordPieces spec) {
    this.tokeniser = new WordPieceTokeniser(spec.vocabulary(), spec.maxLength());
  }

  @Override
  public void clear() {
    count = 0;
  }

  @Override
  public String add(ScoringRequest request) {
    int found = tokeniser.tokenise(request.text());
    int start = start(count);
    if (start + found > ids.length) {
      ids = Arrays.copyOf(ids, 2 * (start + found));
    }
    System.arraycopy(tokeniser.ids(), 0, ids, start, found);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = start + found;
    return "";
  }

  int id(int item, int position) {
    return ids[start(item) + position];
  }

  int length(int item) {
    return ends[item] - start(item);
  }

  private int start(int item) {
    return item == 0 ? 0 : ends[item - 1];
  }
}
