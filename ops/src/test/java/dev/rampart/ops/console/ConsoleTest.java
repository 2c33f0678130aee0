package dev.rampart.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.access.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do at the console, in a real browser. */
@Tag("browser")
@SuppressWarnings("NullAway.Init") // set before the first test
class ConsoleTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("rampart.root"), "ops", "target", "screenshots");
  private static final String LEFT = "\uE012";
  private static final String REASON = "//dialog//textarea[@name='reason']";
  private static final String ACTED =
      "//table[caption='Recent decisions']//tr[.//span[contains(@class,'pill')]]//a[@data-row]";

  @TempDir private static Path folder;
  private static ServedDemo demo;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    demo = new ServedDemo(folder);
    demo.writeNonsense();
    browser = Browser.open();
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    demo.close();
  }

  @BeforeEach
  void signIn() throws Exception {
    browser.size(1360, 860);
    browser.go(demo.address(Role.ADMIN));
    browser.run("sessionStorage.clear()");
    browser.go(demo.address(Role.ADMIN));
    browser.await("the start page", () -> browser.page().contains("Why was this done?"));
    waitForActions();
    browser.complaints();
  }

  @AfterEach
  void picture(org.junit.jupiter.api.TestInfo test) throws Exception {
    browser.screenshot(PICTURES.resolve(test.getTestMethod().orElseThrow().getName() + ".png"));
  }

  private static void waitForActions() {
    browser.await("actions", () -> actedOn().size() > 0);
  }

  private static JsonNode actedOn() {
    return actedOn("");
  }

  private static JsonNode actedOn(String policy) {
    try {
      return demo.get("/v1/decisions?acted=true&limit=50&policy=" + policy).path("items");
    } catch (Exception unanswered) {
      throw new IllegalStateException(unanswered);
    }
  }

  private static String actedOnAccount() {
    return actedOn().path(0).path("author_id").asText();
  }

  @Test
  void shouldTellWhyAnAccountWasActionedInThreeClicks() {
    String account = actedOnAccount();

    browser.click("//main//input[@type='search']");
    browser.keys("//main//input[@type='search']", account);
    browser.click("//button[.='Why?']");
    browser.click(ACTED);

    assertThat(browser.text("//details[contains(@class,'rule')][@open]//summary"))
        .contains("matched");
    assertThat(browser.text("//table[contains(@class,'steps')]")).contains("true");
    assertThat(browser.page()).contains("Actions", "Features", "Scores", "Ledger");
  }

  @Test
  void shouldShowWhatAThresholdFlipsAndCountItsShadow() {
    browser.screen("#/studio/spam/possible");
    assertThat(browser.text("//p[@class='flips']")).startsWith("0 flips");

    browser.keys("//input[@type='range']", LEFT.repeat(20));
    assertThat(browser.text("//p[@class='flips']")).doesNotStartWith("0 flips");
    browser.click("//button[.='Decide the past again']");
    assertThat(browser.text("//table[caption='Sample of flips']//tbody")).isNotBlank();

    change("Publish to shadow …", "Publish to shadow");
    assertThat(browser.text("//table[caption='Versions']//tr[.//span[.='shadow']]")).contains("v3");
    demo.writeMessagesOfNow(11);
    browser.text("//table[caption='Actions by mode']//tr[.//span[.='shadow']]");
  }

  @Test
  void shouldStopAPolicyAndLetItActAgain() {
    browser.screen("#/policies");
    String row = "//tr[.//a[.='raid']]";
    change(row + "//button[.='Kill …']", "Kill");
    browser.text(row + "//span[.='killed']");

    change(row + "//button[.='Revive …']", "Revive");
    browser.text(row + "//span[.='live']");
  }

  @Test
  void shouldRedriveADeadLetter() {
    browser.screen("#/dead-letters");
    change("//table[caption='Causes']//button[.='Redrive …']", "Redrive");

    assertThat(browser.text("//div[@class='notices']")).contains("Sent again: 1");
  }

  /** Opens a change, says why, looks at what would happen, and lets it happen. */
  private static void change(String opening, String label) {
    browser.click(opening.startsWith("/") ? opening : "//button[.='" + opening + "']");
    browser.type(REASON, "as the browser test wants it");
    browser.click("//dialog//button[.='See what would happen']");
    browser.text("//h3[.='This would happen']");
    browser.click("//dialog//button[.='" + label + "']");
    browser.waitUntilGone("//dialog");
  }

  @Test
  void shouldMaskNamesOfAccountsUntilAsked() {
    List<String> names =
        StreamSupport.stream(actedOn().spliterator(), false)
            .map(row -> row.path("author_id").asText())
            .toList();
    browser.screen("#/live");
    browser.text("//div[@role='grid']//a");
    assertThat(cells()).isNotEmpty().allMatch(cell -> cell.startsWith("id:"));

    browser.press("m");
    browser.await("names", () -> cells().stream().noneMatch(cell -> cell.startsWith("id:")));
    assertThat(cells()).containsAnyElementsOf(names);
  }

  private static List<String> cells() {
    JsonNode cells =
        browser.run(
            "return [...document.querySelectorAll('.long-list a')].map(a => a.children[1].innerText)");
    return StreamSupport.stream(cells.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void shouldShowATextOnlyToWhoSaysWhy() {
    String event =
        StreamSupport.stream(actedOn("spam").spliterator(), false)
            .filter(row -> row.path("kind").asText().equals("message"))
            .findFirst()
            .orElseThrow()
            .path("event_id")
            .asText();
    browser.screen("#/explain/" + event);
    browser.type("//form[@class='reveal']//input", "an appeal came in");
    browser.click("//button[.='Show the text']");

    assertThat(browser.text("//blockquote")).isNotBlank();
    browser.screen("#/audit");
    assertThat(browser.text("//table[caption='Audit']")).contains("text.reveal", "an appeal");
  }

  @Test
  void shouldMoveByKeysAlone() {
    browser.press("g");
    browser.press("l");
    browser.text("//div[@role='grid']//a");
    browser.press("j");
    browser.press("j");
    browser.await(
        "a chosen row",
        () ->
            browser
                .run("return document.querySelector('a[aria-selected=true]') !== null")
                .asBoolean());
    browser.press("?");
    assertThat(browser.text("//dialog")).contains("Threshold studio", "Next and previous row");
  }

  @Test
  void shouldAskForATokenThatIsKnown() {
    browser.run("sessionStorage.setItem('rampart.token', 'wrong'); location.reload()");
    assertThat(browser.text("//form//p[@role='alert']")).isNotBlank();
    browser.text("//label[.='Access token']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void shouldCauseNoErrorAndNoViolationOnAnyScreen(String colours) throws Exception {
    browser.colours(colours);
    for (String screen : screens()) {
      open(screen);
      browser.screenshot(PICTURES.resolve(colours).resolve(file(screen)));
      assertThat(browser.complaints()).as(screen).isEmpty();
    }
  }

  @Test
  void shouldFitAPhone() throws Exception {
    browser.size(390, 800);
    for (String screen : screens()) {
      open(screen);
      browser.screenshot(PICTURES.resolve("phone").resolve(file(screen)));
      assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth").asInt())
          .as(screen)
          .isLessThanOrEqualTo(0);
    }
  }

  private static void open(String screen) {
    browser.screen(screen);
    browser.await(
        screen + " is drawn",
        () ->
            browser
                .run(
                    "return document.querySelector('main h1') !== null && document.querySelector('.loading') === null")
                .asBoolean());
    assertThat(browser.page()).as(screen).doesNotContain("The page failed");
  }

  private static String file(String screen) {
    return screen.replaceAll("[^a-z-]+", "_") + ".png";
  }

  private static List<String> screens() {
    return List.of(
        "#/",
        "#/live",
        "#/studio",
        "#/studio/spam",
        "#/studio/spam/sure",
        "#/policies",
        "#/policies/spam",
        "#/explain",
        "#/explain/" + actedOn().path(0).path("event_id").asText(),
        "#/subject",
        "#/subject/" + actedOnAccount(),
        "#/system",
        "#/system/topology",
        "#/system/threads",
        "#/system/stores",
        "#/system/stores/account-features",
        "#/system/models",
        "#/system/logs",
        "#/dead-letters",
        "#/audit");
  }
}
