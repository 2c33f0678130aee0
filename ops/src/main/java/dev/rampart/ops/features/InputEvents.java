package dev.rampart.ops.features;

import dev.rampart.ops.replay.EventFile;
import dev.rampart.ops.replay.FileLine;
import dev.rampart.schemas.json.EventLine;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.event.UserInput;
import dev.rampart.topology.reputation.Reputation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The events of an input file by their id: about a kilobyte of memory each. */
final class InputEvents {
  private final Map<String, Deque<EventLine>> byId = new HashMap<>();

  private final Reputation lists;

  private InputEvents(Reputation lists) {
    this.lists = lists;
  }

  /**
   * Reads all lines that are events; the others have no decision either.
   *
   * @param lists reputation lists that the events are held against
   */
  static InputEvents read(Path file, Reputation lists) throws IOException {
    InputEvents events = new InputEvents(lists);
    try (EventFile lines = EventFile.open(file)) {
      for (Optional<FileLine> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get() instanceof FileLine.Event event) {
          events.add(event.event());
        }
      }
    }
    return events;
  }

  private void add(EventLine event) {
    byId.computeIfAbsent(event.id(), id -> new ArrayDeque<>(1)).add(event);
  }

  /**
   * The event that a decision is about; empty when the file does not have it. An id that was
   * decided again after the repeat window gives one line after the other.
   */
  Optional<InputEvent> of(DecidedEvent decision) {
    Deque<EventLine> lines = byId.get(decision.eventId());
    if (lines == null) {
      return Optional.empty();
    }
    EventLine line = lines.size() > 1 ? lines.pop() : lines.element();
    return Optional.of(input(line, decision));
  }

  private InputEvent input(EventLine line, DecidedEvent decision) {
    Origin origin =
        new Origin(decision.topic(), decision.partition(), decision.offset(), 0, null, null);
    if (line instanceof EventLine.Message message) {
      return new MessageInput(message.event(), origin, () -> lists);
    }
    if (line instanceof EventLine.User user) {
      return new UserInput(user.event(), origin);
    }
    return new FeedbackInput(((EventLine.Verdict) line).event(), origin);
  }
}
