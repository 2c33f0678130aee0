package dev.rampart.ops.bench.features;

import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.event.UserInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A workload as bytes, so that events are as fresh as those that come from a topic. */
record EncodedWorkload(List<Encoded> events) {
  private static final Origin NOWHERE = new Origin("bench", 0, 0, 0, null, null);

  /** One event. */
  private record Encoded(String account, boolean message, ByteBuffer bytes) {
    static Encoded of(CommunityEvent event) {
      try {
        return event instanceof CommunityEvent.Message message
            ? new Encoded(event.accountId(), true, message.record().toByteBuffer())
            : new Encoded(
                event.accountId(), false, ((CommunityEvent.User) event).record().toByteBuffer());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static EncodedWorkload of(Workload workload) {
    return new EncodedWorkload(workload.events().stream().map(Encoded::of).toList());
  }

  String account(int i) {
    return events.get(i).account();
  }

  InputEvent event(int i) throws IOException {
    Encoded event = events.get(i);
    ByteBuffer bytes = event.bytes().duplicate();
    return event.message()
        ? new MessageInput(MessageEvent.fromByteBuffer(bytes), NOWHERE)
        : new UserInput(UserEvent.fromByteBuffer(bytes), NOWHERE);
  }
}
