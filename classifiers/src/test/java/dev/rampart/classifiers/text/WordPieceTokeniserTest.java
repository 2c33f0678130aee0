package dev.rampart.classifiers.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class WordPieceTokeniserTest {
  private static final Vocabulary SMALL =
      new Vocabulary(
          List.of(
              "[PAD]", "[UNK]", "[CLS]", "[SEP]", "play", "##ing", "##ed", "!", "caf", "##e",
              "##"));

  private static int[] ids(WordPieceTokeniser tokeniser, String text) {
    return Arrays.copyOf(tokeniser.ids(), tokeniser.tokenise(text));
  }

  @Test
  void shouldTakeTheLongestPieceFirst() {
    assertThat(ids(new WordPieceTokeniser(SMALL, 16), "Playing played! Café xyz"))
        .containsExactly(2, 4, 5, 4, 6, 7, 8, 9, 1, 3);
  }

  @Test
  void shouldKeepTheEndMarkWhenATextIsTooLong() {
    assertThat(ids(new WordPieceTokeniser(SMALL, 4), "play play play play"))
        .containsExactly(2, 4, 4, 3);
  }

  @Test
  void shouldReadLoneSurrogates() {
    assertThat(ids(new WordPieceTokeniser(SMALL, 16), "play\uD83D play"))
        .containsExactly(2, 4, 4, 3);
  }

  @Test
  void shouldRefuseAVocabularyWithoutItsMarks() {
    assertThatThrownBy(() -> new Vocabulary(List.of("a"))).hasMessageContaining("found no [PAD]");
  }

  @Test
  void shouldCutAnyTextAsTheReferenceDoes() throws IOException {
    Path folder =
        Path.of(System.getProperty("rampart.root", "."), "../shared/data/bert_uncased_tokenizer");
    Assumptions.assumeTrue(Files.isDirectory(folder), "the BERT vocabulary is not here");
    System.setProperty("RUST_FLAVOR", "cpu");
    WordPieceTokeniser tokeniser =
        new WordPieceTokeniser(
            new Vocabulary(Files.readAllLines(folder.resolve("vocab.txt"))), 512);
    try (HuggingFaceTokenizer reference =
        HuggingFaceTokenizer.newInstance(folder.resolve("tokenizer.json"))) {
      for (String text : texts()) {
        long[] expected = reference.encode(text).getIds();
        assertThat(Arrays.stream(ids(tokeniser, text)).asLongStream().toArray())
            .as("text %s", escaped(text))
            .isEqualTo(expected);
      }
    }
  }

  private static List<String> texts() {
    SplittableRandom random = new SplittableRandom(4);
    List<String> texts =
        new java.util.ArrayList<>(
            List.of(
                "Hello, world!",
                "naïve café — “quoted”…",
                "漢字 and кириллица",
                "emoji 😀👍🏽 and ﬁ ligature",
                "tab\tnew\nline\u00A0space",
                "İstanbul ŁÓDŹ",
                "x".repeat(101)));
    int[] alphabet =
        "abcXYZ019 .,!?'\"-_@#$éüñßжЯ漢の한😀\u0301\u200B\u00AD§²½".codePoints().toArray();
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                out.append(
                    c < 128 && c >= ' ' ? Character.toString(c) : String.format("\\u{%X}", c)));
    return out.toString();
  }
}
