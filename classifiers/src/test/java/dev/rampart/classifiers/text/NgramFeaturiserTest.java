package dev.rampart.classifiers.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramFeaturiserTest {
  private static final HashSpec SPEC = HashSpec.STANDARD;

  private final NgramFeaturiser featuriser = new NgramFeaturiser(SPEC);

  private int[] ids(String text) {
    int count = featuriser.featurise(text);
    return Arrays.copyOf(featuriser.ids(), count);
  }

  private int[] word(String word) {
    int id = Hashing.finish(Hashing.of(word)) & (SPEC.buckets() - 1);
    return new int[] {id == 0 ? 1 : id};
  }

  @Provide
  Arbitrary<String> anyString() {
    Arbitrary<String> units =
        Arbitraries.integers()
            .between(0, 0xFFFF)
            .array(int[].class)
            .ofMaxSize(300)
            .map(NgramFeaturiserTest::string);
    Arbitrary<String> tricks =
        Arbitraries.of(
                "@", "$", "!", "a", "1", ".", "http://", "www.", ".com", " ", "*", "'", "\uD83D",
                "\uDE00", "é", "ﷺ", "ж", "漢", "\u200B", "👍")
            .list()
            .ofMaxSize(60)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(units, tricks);
  }

  private static String string(int[] units) {
    StringBuilder text = new StringBuilder();
    IntStream.of(units).forEach(unit -> text.append((char) unit));
    return text.toString();
  }

  @Property(tries = 3000)
  void shouldReadAnyStringAndStayInBounds(@ForAll("anyString") String text) {
    int[] ids = ids(text);
    assertThat(ids).isNotEmpty().hasSizeLessThanOrEqualTo(SPEC.maxIds());
    assertThat(Arrays.stream(ids)).allMatch(id -> id >= 1 && id < SPEC.buckets());
  }

  @Property(tries = 300)
  void shouldReadATextAlikeWhateverWasReadBefore(
      @ForAll("anyString") String before, @ForAll("anyString") String text) {
    int[] fresh = ids(text);
    ids(before);
    assertThat(ids(text)).isEqualTo(fresh);
  }

  @Test
  void shouldReadABoundedPartOfAHugeMessage() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 4_000_000).forEach(i -> text.append((char) ('a' + random.nextInt(26))));
    assertThat(ids(text.toString())).hasSizeLessThanOrEqualTo(SPEC.maxIds());
    String tail = text.substring(0, 3_999_000) + " remarkable";
    assertThat(ids(tail)).contains(word("remarkable"));
  }

  @ParameterizedTest
  @CsvSource({
    "ＦＲＥＥ, free",
    "𝓯𝓻𝓮𝓮, free",
    "fr\u200Bee, free",
    "frее, free",
    "ƒree, free",
    "fr33dom, freedom",
    "$ale, sale",
    "pa$$, pass",
    "f r e e, free",
    "f.r.e.e, free",
    "freeeeee, free",
    "fr éé, free",
    "don't, dont",
    "FREE, free",
    "🇫🇷🇪🇪, free",
    "crème, creme",
  })
  void shouldFindTheWordBehindADisguise(String disguised, String plain) {
    assertThat(ids(disguised)).contains(word(plain));
  }

  @ParameterizedTest
  @CsvSource({"4th, ath", "covid19, covidi9", "10pm, iopm", "mp3, mpe"})
  void shouldLeaveNumbersInNamesAlone(String text, String wrong) {
    assertThat(ids(text)).doesNotContain(word(wrong));
  }

  @Test
  void shouldKeepWordsOfAnotherScript() {
    assertThat(ids("привет как дела")).contains(word("привет"));
  }

  @Test
  void shouldReadTheWordsOfALink() {
    assertThat(ids("see https://free-gifts.example.com/claim?x=1")).contains(word("free"));
  }

  @Test
  void shouldShareWhatIsSaidAboutGroups() {
    int[] first = ids("we welcome refugees");
    int[] second = ids("we welcome christians");
    assertThat(
            Arrays.stream(first)
                .filter(id -> Arrays.stream(second).anyMatch(other -> other == id))
                .count())
        .isGreaterThan(10);
  }
}
