package dev.rampart.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The live screen with as many decisions as an instance keeps. */
@Tag("browser")
class LongFeedTest {
  private static final String TO_THE_END =
      "const list = document.querySelector('.long-list .rows');"
          + " list.scrollTop = list.scrollHeight; return Number(list.getAttribute('aria-rowcount'))";
  private static final String TO_THE_MIDDLE =
      "const list = document.querySelector('.long-list .rows');"
          + " list.scrollTop = 50000 * 30; return list.scrollTop";

  @Test
  void shouldDrawOnlyTheSeenRowsOf100_000Decisions() throws Exception {
    try (LongFeed feed = new LongFeed();
        Browser browser = Browser.open()) {
      browser.size(1360, 860);
      browser.go(feed.live());
      browser.run("sessionStorage.setItem('rampart.token', 'any'); location.reload()");
      browser.text("//div[@role='grid']//a");

      browser.await("100,000 decisions", () -> browser.run(TO_THE_END).asInt() >= 100_000);
      browser.run(TO_THE_MIDDLE);

      browser.text("//a[@aria-rowindex='50010']");
      assertThat(browser.run("return document.querySelectorAll('.long-list a').length").asInt())
          .isBetween(20, 80);
      browser.press("j");
      browser.text("//a[@aria-selected='true'][@aria-rowindex='50001']");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
