package dev.rampart.topology.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.actions.event.EventField;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReputationTest {
  private static final String HEADER = "list,entry,listed_at,delisted_at\n";

  @TempDir private Path folder;

  @Test
  void shouldUseOnlyListingsOfTheMomentThatIsAskedAbout() throws Exception {
    Reputation lists =
        load(
            """
            domains/feed,evil.example,2024-03-01,2024-03-10T12:00:00Z
            domains/other,evil.example,2024-06-01,
            """);

    assertThat(isListed(lists, "evil.example", "2024-02-29T23:59:59.999Z")).isFalse();
    assertThat(isListed(lists, "evil.example", "2024-03-01T00:00:00Z")).isTrue();
    assertThat(isListed(lists, "evil.example", "2024-03-10T11:59:59.999Z")).isTrue();
    assertThat(isListed(lists, "evil.example", "2024-03-10T12:00:00Z")).isFalse();
    assertThat(isListed(lists, "evil.example", "2025-01-01T00:00:00Z")).isTrue();
    assertThat(lists.sizes()).containsEntry("domains/feed", 1).containsEntry("domains/other", 1);
  }

  @Test
  void shouldCoverTheHostsBelowAnEntryAndNotItsNeighbours() throws Exception {
    Reputation lists = load("domains,Evil.Example,,\n");

    assertThat(isListed(lists, "login.evil.example", "2024-01-01T00:00:00Z")).isTrue();
    assertThat(isListed(lists, "notevil.example", "2024-01-01T00:00:00Z")).isFalse();
    assertThat(isListed(lists, "example", "2024-01-01T00:00:00Z")).isFalse();
  }

  @Test
  void shouldCountWhatAMessageHoldsOfEachList() throws Exception {
    Reputation lists =
        load(
            """
            domains,evil.example,,
            shorteners,short.example,,
            hashes,abcdef012345,,
            disposable_mail,trash.example,,
            keywords,Free Coins!,,
            keywords,giveaway,,
            """);
    MessageEvent message =
        MessageEvent.newBuilder()
            .setMessageId("m")
            .setAuthorId("a")
            .setContent(
                "FREE coins, giveaway: https://short.example/x http://www.evil.example"
                    + " giveaways? mail me@Trash.example. or you@mail.example")
            .setAttachmentHashes(List.of("abcdef012345", "fedcba543210"))
            .setSentAt(Instant.parse("2024-03-01T00:00:00Z"))
            .build();
    MessageInput event =
        new MessageInput(message, new Origin("t", 0, 0, 0, null, null), () -> lists);

    assertThat(event.value(EventField.LISTED_LINK_COUNT)).isEqualTo(1L);
    assertThat(event.value(EventField.SHORTENER_COUNT)).isEqualTo(1L);
    assertThat(event.value(EventField.DISPOSABLE_MAIL_COUNT)).isEqualTo(1L);
    assertThat(event.value(EventField.LISTED_ATTACHMENT_COUNT)).isEqualTo(1L);
    assertThat(event.value(EventField.LISTED_KEYWORD_COUNT)).isEqualTo(2L);
  }

  @Test
  void shouldListEveryProblemWithFileLineFieldFoundAndAllowed() throws IOException {
    write(
        "a.csv",
        HEADER
            + """
            # a remark
            planets,mars,,
            domains,http://evil.example/path,,
            domains,evil.example,yesterday,
            domains,evil.example,2024-03-01,2024-02-01
            hashes,x,,
            keywords,one two three four five six,,
            domains,evil.example
            """);
    write("b.csv", "entry\n");

    ListException wrong = catchThrowableOfType(ListException.class, () -> Reputation.load(folder));

    assertThat(wrong.problems())
        .extracting(ListProblem::line)
        .containsExactly(3, 4, 5, 6, 7, 8, 9, 1);
    assertThat(wrong.problems())
        .extracting(ListProblem::field)
        .containsExactly(
            "list", "entry", "listed_at", "delisted_at", "entry", "entry", "line", "header");
    assertThat(wrong.problems().get(0).toString())
        .endsWith(
            "a.csv:3: list: found \"planets\"; allowed: one of domains, shorteners,"
                + " disposable_mail, hashes, keywords, and a source behind a slash if wanted");
    assertThat(catchThrowableOfType(ListException.class, () -> Reputation.load(Path.of("none"))))
        .hasMessageContaining("a folder of *.csv");
  }

  @Test
  void shouldTakeAChangeAndKeepTheLastGoodVersionWhereAChangeIsWrong() throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    write("a.csv", HEADER + "domains,evil.example,,\n");
    try (ReloadingLists lists = ReloadingLists.open(folder, meters)) {
      String first = lists.get().version();
      write("a.csv", HEADER + "domains,evil.example,,\ndomains,worse.example,,\n");
      lists.reloadIfChanged();
      Reputation second = lists.get();
      write("a.csv", HEADER + "domains,evil.example,never,\n");
      lists.reloadIfChanged();

      assertThat(second.version()).isNotEqualTo(first).matches("[0-9a-f]{12}");
      assertThat(isListed(second, "worse.example", "2024-01-01T00:00:00Z")).isTrue();
      assertThat(lists.get()).isSameAs(second);
      assertThat(meters.get("rampart.lists.reload.failures").counter().count()).isEqualTo(1);
      assertThat(meters.get("rampart.lists.listings").gauge().value()).isEqualTo(2);
    }
  }

  @Test
  void shouldShipListsWithoutAProblem() throws ListException {
    Reputation shipped =
        Reputation.load(Path.of(System.getProperty("rampart.root"), "topology/lists"));
    assertThat(shipped.lists(ListKind.SHORTENERS, "bit.ly", 0)).isTrue();
  }

  private static boolean isListed(Reputation lists, String host, String moment) {
    return lists.lists(ListKind.DOMAINS, host, Instant.parse(moment).toEpochMilli());
  }

  private Reputation load(String lines) throws Exception {
    write("lists.csv", HEADER + lines);
    return Reputation.load(folder);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
