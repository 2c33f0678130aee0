package dev.rampart.ops.door;

import static dev.rampart.ops.api.ServedInstance.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.api.ServedInstance;
import dev.rampart.ops.feed.DecisionFeed;
import dev.rampart.ops.feed.FeedLimits;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.json.EventLine;
import dev.rampart.topology.ingest.Admission;
import dev.rampart.topology.ingest.IngestLimits;
import dev.rampart.topology.reputation.Reputation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The synchronous door of an instance whose broker, models and policies are real. */
class DoorTest {
  private static final List<String> TEXTS =
      List.of(
          "good morning everybody, how was the match?",
          "kill yourself you worthless idiot",
          "FREE NITRO claim now http://discord-gifts.example.ru/claim",
          "@everyone earn 500$ a day, dm me http://cash.example.biz",
          "has anybody seen my cat?");

  @TempDir private static Path folder;

  private final Instant now = Instant.now();

  @SuppressWarnings("NullAway.Init") // set before the first test
  private static ServedInstance served;

  @BeforeAll
  static void start() throws InterruptedException {
    served = new ServedInstance(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  @Test
  void shouldDecideAsTheTopicDoes() throws Exception {
    try (DecisionFeed feed = feed();
        EventWriter topic = writer()) {
      for (int i = 0; i < TEXTS.size(); i++) {
        CompletableFuture<Decision> decided = feed.await("topic-" + i);
        EventLine event = EventLine.parse(message("topic-" + i, "t-" + i, TEXTS.get(i)));
        var unused = topic.write(topic.record(event)).get(10, TimeUnit.SECONDS);
        DecidedEvent other = DecidedEvent.of(decided.get(30, TimeUnit.SECONDS));

        JsonNode door = json(post(message("door-" + i, "d-" + i, TEXTS.get(i))));
        assertThat(door.get("event_id").asText()).isEqualTo("door-" + i);
        assertThat(door.get("matched")).hasSameSizeAs(other.matched());
        assertThat(door.get("actions")).hasSameSizeAs(other.actions());
        other
            .scores()
            .forEach(
                (name, score) ->
                    assertThat(door.get("scores").get(name).floatValue())
                        .as(name)
                        .isEqualTo(score));
      }
    }
  }

  @Test
  void shouldWriteAnEventOnceHoweverOftenItComes() throws Exception {
    String event = message("again", "ann", "hello");
    JsonNode first = json(post(event));
    JsonNode second = json(post(event));
    assertThat(second).isEqualTo(first);
    JsonNode next = json(post(message("again-2", "ann", "hello")));
    assertThat(next.at("/source/offset").asLong())
        .isEqualTo(first.at("/source/offset").asLong() + 1);
  }

  @Test
  void shouldNotShowTheDecisionOfAnotherAccountsEvent() throws Exception {
    assertThat(post(message("taken", "ann", "hello")).statusCode()).isEqualTo(200);
    assertThat(post(message("taken", "bob", "hello")).statusCode()).isEqualTo(409);
  }

  @Test
  void shouldRefuseWhatThePipelineWouldNotLetIn() throws Exception {
    HttpResponse<String> broken = post("{\"type\": \"message\"}");
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(json(broken).get("problems")).hasSizeGreaterThan(1);
    String late = message("late", "ann", "hello").replace(now.toString(), "2040-01-01T00:00:00Z");
    assertThat(post(late).body()).contains("in-the-future");
    String large = message("large", "ann", "x".repeat(10_001));
    assertThat(post(large).body()).contains("too-large", "10001 characters, allowed are 10000");
    assertThat(post("{\"type\": \"feedback\", \"feedback_id\": \"f\"}").statusCode())
        .isEqualTo(422);
    assertThat(post("no json").statusCode()).isEqualTo(422);
  }

  @Test
  void shouldAnswerWithALinkWhereTheDecisionTakesTooLong() throws Exception {
    HttpResponse<String> answer =
        served.send(Role.OPERATOR, "POST", "/v1/events?wait_ms=0", message("soon", "ann", "hello"));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).get("state").asText()).isEqualTo("PENDING");
    assertThat(json(post(message("soon", "ann", "hello"))).get("event_id").asText())
        .isEqualTo("soon");
  }

  @Test
  void shouldRefuseWhereTooManyWaitAlready() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    DoorLimits limits = new DoorLimits(1, Duration.ofSeconds(5), Duration.ofMinutes(1));
    try (Door door =
        new Door(
            served.parts().client(),
            served.parts().topics(),
            served.parts().registry(),
            admission(),
            id -> {
              waiting.countDown();
              return new CompletableFuture<>();
            },
            limits)) {
      CompletableFuture<Door.Answer> first =
          CompletableFuture.supplyAsync(() -> take(door, "first", Duration.ofSeconds(2)));
      assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> take(door, "second", Duration.ZERO))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.problem().status()).isEqualTo(429);
                assertThat(problem.retryAfter()).isPresent();
              });
      assertThat(first.get(10, TimeUnit.SECONDS).decision()).isEmpty();
    }
  }

  private Door.Answer take(Door door, String id, Duration wait) {
    try {
      return door.take(message(id, "ann", "hello"), wait);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static HttpResponse<String> post(String event) throws Exception {
    return served.send(Role.OPERATOR, "POST", "/v1/events?wait_ms=10000", event);
  }

  private static DecisionFeed feed() {
    return DecisionFeed.start(
        served.parts().client(),
        served.parts().topics(),
        served.parts().registry(),
        FeedLimits.DEFAULT);
  }

  private static EventWriter writer() {
    return new EventWriter(
        served.parts().client(),
        served.parts().topics(),
        served.parts().registry(),
        admission(),
        Clock.systemUTC());
  }

  private static Admission admission() {
    return new Admission(
        served.parts().topics(),
        served.parts().registry(),
        () -> Reputation.NONE,
        IngestLimits.defaults());
  }

  private String message(String id, String account, String text) {
    return """
        {"type": "message", "message_id": "%s", "author_id": "%s", "guild_id": "g-%s",
         "channel_id": "general", "content": "%s", "sent_at": "%s"}
        """
        .formatted(id, account, account, text, now);
  }
}
