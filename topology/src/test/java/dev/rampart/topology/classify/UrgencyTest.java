package dev.rampart.topology.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.Priority;
import dev.rampart.schemas.MessageEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UrgencyTest {
  private static MessageEvent.Builder message() {
    return MessageEvent.newBuilder()
        .setMessageId("m1")
        .setAuthorId("anna")
        .setChannelId("c1")
        .setContent("hello")
        .setSentAt(Instant.EPOCH);
  }

  @Test
  void shouldScoreDirectMessagesBeforeTheRest() {
    assertThat(Urgency.of(message().setRecipientId("ben").build())).isEqualTo(Priority.HIGH);
    assertThat(Urgency.of(message().setGuildId("g1").build())).isEqualTo(Priority.NORMAL);
  }
}
