package dev.rampart.ops.bench.hostile;

import dev.rampart.schemas.MessageEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one account does while the others write as they always do.
 *
 * @param name for the table
 * @param perSecond its messages a second, 0 for none
 * @param change makes a message of it from a common one
 */
record Attack(String name, int perSecond, Consumer<MessageEvent> change) {
  /** Author of all of it. */
  static final String AUTHOR = "attacker";

  /** Messages a second that the others write. */
  static final int NEIGHBOURS_PER_SECOND = 1_000;

  private static final int LONGEST_TEXT = 10_000;

  /** Nothing first, to compare with. */
  static final List<Attack> ALL =
      List.of(
          new Attack("nobody", 0, message -> {}),
          new Attack("half of all messages", NEIGHBOURS_PER_SECOND, message -> {}),
          new Attack("texts of 4 MB", 5, message -> message.setContent("spam".repeat(1 << 20))),
          new Attack(
              "100,000 mentions",
              5,
              message -> message.setMentions(Collections.nCopies(100_000, "u"))),
          new Attack("long texts of hosts", 100, message -> message.setContent(text("a.b."))),
          new Attack("long texts of links", 100, message -> message.setContent(text("a.com/ "))),
          new Attack("long texts of marks", 100, message -> message.setContent(text("e\u0301$!"))));

  private static String text(String part) {
    return part.repeat(LONGEST_TEXT / part.length());
  }

  MessageEvent message(String id) {
    MessageEvent message = common(id, AUTHOR);
    change.accept(message);
    return message;
  }

  /** What anybody writes. */
  static MessageEvent common(String id, String author) {
    return MessageEvent.newBuilder()
        .setMessageId(id)
        .setAuthorId(author)
        .setChannelId("c")
        .setGuildId("g" + author.hashCode() % 100)
        .setContent("shall we meet at the usual place, message " + id)
        .setSentAt(Instant.now())
        .build();
  }
}
