package dev.rampart.topology.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  @Test
  void shouldFindNoLinksInPlainTalk() {
    assertThat(Links.of("hello there, how are you")).isSameAs(Links.NONE);
    assertThat(Links.of("I use node.js and vim 9.1. Really... e.g. this.").count()).isZero();
    assertThat(Links.of("mail me at someone@example.com").count()).isZero();
  }

  @Test
  void shouldFindHostsWithAndWithoutAScheme() {
    Links links =
        Links.of("See HTTPS://User:pw@Sub.Example.com:8080/a?b#c and discord.gg/abc, (www.x.zz).");
    assertThat(links).isEqualTo(new Links(3, List.of("sub.example.com", "discord.gg", "www.x.zz")));
  }

  @Test
  void shouldCountRepeatsButNameEachHostOnce() {
    assertThat(Links.of("http://a.com/1 http://A.com./2 a.com"))
        .isEqualTo(new Links(3, List.of("a.com")));
    assertThat(Links.of("https://t.co/x?u=https://evil.example/"))
        .isEqualTo(new Links(2, List.of("t.co", "evil.example")));
  }

  @Test
  void shouldSpellInternationalHostsInPunycode() {
    assertThat(Links.of("http://bücher.example/").domains())
        .containsExactly("xn--bcher-kva.example");
    assertThat(Links.of("ｇｏｏｇｌｅ.com").domains()).containsExactly("google.com");
  }

  @Test
  void shouldKeepABoundedNumberOfHosts() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("http://h").append(i).append(".example ");
    }
    Links links = Links.of(text.toString());
    assertThat(links.count()).isEqualTo(1000);
    assertThat(links.domains()).hasSize(Links.MAX_DOMAINS).startsWith("h0.example");
  }

  /** Quadratic work on any of these would take hours, far past the limit. */
  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {".", "://", "http://a@", "www.a.", "a.com/://", "http://\u00fc.com ", "@."})
  void shouldReadFourMegabytesOfHostileTextInLinearTime(String part) {
    String text = part.repeat(4_000_000 / part.length());
    assertThat(Links.of(text).domains()).hasSizeLessThanOrEqualTo(Links.MAX_DOMAINS);
  }
}
