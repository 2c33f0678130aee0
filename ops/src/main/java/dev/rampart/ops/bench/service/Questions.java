package dev.rampart.ops.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.bench.service.Caller.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What callers ask of two instances, each call timed. Safe for use by several threads once the
 * accounts are known.
 *
 * @param asked the instance that is asked
 * @param own accounts that it owns
 * @param remote accounts that another owns
 */
record Questions(String asked, Caller caller, List<String> own, List<String> remote) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ACCOUNTS = 200;
  private static final int OK = 200;
  private static final List<String> FIRST_PAGE =
      List.of("/", "/main.js", "/v1/me", "/v1/overview", "/v1/decisions?limit=100");
  private static final AtomicInteger EVENTS = new AtomicInteger();

  /** Learns which accounts each instance owns. */
  static Questions about(Served asked, Served other, String token) throws IOException {
    Caller caller = new Caller(token);
    return new Questions(
        asked.address(), caller, keys(caller, asked.address()), keys(caller, other.address()));
  }

  private static List<String> keys(Caller caller, String address) throws IOException {
    Answer answer = caller.get(address, "/v1/stores/account-features/keys?limit=" + ACCOUNTS);
    List<String> keys = new ArrayList<>();
    for (JsonNode item : JSON.readTree(require(answer).body()).path("items")) {
      keys.add(item.path("key").asText());
    }
    if (keys.isEmpty()) {
      throw new IllegalStateException(address + " owns no account");
    }
    return List.copyOf(keys);
  }

  long local(int number) throws IOException {
    return record(own.get(number % own.size()));
  }

  long remote(int number) throws IOException {
    return record(remote.get(number % remote.size()));
  }

  private long record(String account) throws IOException {
    return require(caller.get(asked, "/v1/stores/account-features/keys/" + account)).nanos();
  }

  /** What the first page of the console asks, one after the other. */
  long firstPage() throws IOException {
    long nanos = 0;
    for (String path : FIRST_PAGE) {
      nanos += require(caller.get(asked, path)).nanos();
    }
    return nanos;
  }

  /** An event through the synchronous door, until its decision is there. */
  long event() throws IOException {
    int number = EVENTS.incrementAndGet();
    String body =
        """
        {"type": "message", "message_id": "asked-%d", "author_id": "%s", "guild_id": "guild",
         "channel_id": "general", "content": "a message, number %d", "sent_at": "%s"}
        """
            .formatted(number, own.get(number % own.size()), number, Instant.now());
    return require(caller.post(asked, "/v1/events?wait_ms=10000", body)).nanos();
  }

  private static Answer require(Answer answer) {
    if (answer.status() != OK) {
      throw new IllegalStateException("answered " + answer.status() + ": " + answer.body());
    }
    return answer;
  }
}
