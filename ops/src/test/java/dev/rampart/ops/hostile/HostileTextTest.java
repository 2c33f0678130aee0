package dev.rampart.ops.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.text.NgramFeaturiser;
import dev.rampart.classifiers.text.Vocabulary;
import dev.rampart.classifiers.text.WordPieceTokeniser;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.text.FoldedText;
import dev.rampart.topology.text.Links;
import dev.rampart.topology.text.MailHosts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that reads the text of a message. */
class HostileTextTest {
  /** A reader whose time grew with the square of the text would need minutes. */
  private static final long BOUND_MILLIS = 2_000;

  private static final int MOST_CHARACTERS = 4 << 20;

  /** The readers of texts, each as the pipeline calls it. */
  enum Reader {
    LINKS,
    MAIL_HOSTS,
    FOLDED,
    N_GRAMS,
    WORD_PIECES;

    void read(String text) {
      switch (this) {
        case LINKS -> assertThat(Links.of(text).domains()).hasSizeLessThan(65);
        case MAIL_HOSTS -> assertThat(MailHosts.of(text)).hasSizeLessThan(65);
        case FOLDED -> new FoldedText().take(text);
        case N_GRAMS -> assertThat(N_GRAM.get().featurise(text)).isPositive();
        case WORD_PIECES -> assertThat(PIECES.get().tokenise(text)).isBetween(2, 128);
      }
    }
  }

  private static final ThreadLocal<NgramFeaturiser> N_GRAM =
      ThreadLocal.withInitial(() -> new NgramFeaturiser(HashSpec.STANDARD));
  private static final ThreadLocal<WordPieceTokeniser> PIECES =
      ThreadLocal.withInitial(
          () ->
              new WordPieceTokeniser(
                  new Vocabulary(
                      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "##a", "aaaa", "##aaaa")),
                  128));

  @ParameterizedTest
  @EnumSource(Reader.class)
  void shouldReadAnyText(Reader reader) {
    Mangler mangler = new Mangler(6);
    for (int i = 0; i < 3_000; i++) {
      reader.read(mangler.anyText(400));
    }
    for (String text :
        List.of("", "\uD800", "\uDFFF\uD800", ".", "://", "@.", "a.", "xn--.", "。.com")) {
      reader.read(text);
    }
  }

  /** What makes a reader look at the same letters again and again, if anything does. */
  @ParameterizedTest
  @EnumSource(Reader.class)
  void shouldReadLongTextsInTimeThatGrowsWithTheirLength(Reader reader) {
    for (String part :
        List.of(
            "a",
            "a.",
            "a.a ",
            "www.",
            "http://",
            "://",
            "@",
            "a@a.",
            "a@",
            "!",
            "a!",
            "$!",
            "1!",
            "a$",
            "-",
            "a-",
            ".-",
            "\u0301",
            "e\u0301",
            "é",
            "。",
            "я.рф ",
            "xn--a.",
            "\uD83D\uDE00",
            "\uD800",
            "((",
            "\u202E",
            " ",
            "a ",
            "\t\n",
            "free.",
            "com.",
            "ﷺ",
            "\u0000")) {
      String text = part.repeat(MOST_CHARACTERS / part.length());
      long before = System.nanoTime();
      reader.read(text);
      assertThat((System.nanoTime() - before) / 1_000_000)
          .as("milliseconds for %s of '%s'", reader, part)
          .isLessThan(BOUND_MILLIS);
    }
  }

  /** What one message may cost more than a common one is what an attacker pays less than we do. */
  @Test
  void shouldCostNoTextMuchMoreThanAnother() {
    String common = "have you seen the new map, i think they moved the shop to the other end. ";
    double usual = nanosOf(common);
    for (String part :
        List.of("a.", "a.b.c.", "com.", "1!", "!a", "$a", "0o.", "f r e e ", "аА.")) {
      assertThat(nanosOf(part) / usual).as("times the usual cost for '%s'", part).isLessThan(60);
    }
  }

  private static double nanosOf(String part) {
    String text = part.repeat(10_000 / part.length());
    long[] times = new long[15];
    for (int i = 0; i < times.length; i++) {
      long before = System.nanoTime();
      readWhole(text);
      times[i] = System.nanoTime() - before;
    }
    Arrays.sort(times);
    return times[times.length / 4];
  }

  private static void readWhole(String text) {
    MessageEvent message =
        MessageEvent.newBuilder()
            .setMessageId("m")
            .setAuthorId("a")
            .setChannelId("c")
            .setContent(text)
            .setSentAt(Instant.EPOCH)
            .build();
    MessageInput input = new MessageInput(message, new Origin("t", 0, 0, 0, null, null));
    assertThat(input.links().domains()).hasSizeLessThan(65);
    assertThat(N_GRAM.get().featurise(text)).isPositive();
    assertThat(PIECES.get().tokenise(text)).isPositive();
  }
}
