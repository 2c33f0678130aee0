package dev.rampart.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.json.EventLineException.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the contract of a line by its type, and lets that contract's reader do the rest. */
final class EventLineParser {
  private static final String TYPE = "type";
  private static final String TYPES = "\"message\", \"user\" or \"feedback\"";

  private static final Map<String, Function<Map<String, JsonNode>, EventLine>> READERS =
      Map.of(
          "message", reader(MessageEvent.class, EventLine.Message::new),
          "user", reader(UserEvent.class, EventLine.User::new),
          "feedback", reader(Feedback.class, EventLine.Verdict::new));

  private EventLineParser() {}

  static EventLine parse(String line) {
    Map<String, JsonNode> fields = LineFields.of(line);
    JsonNode type = fields.remove(TYPE);
    @Nullable Function<Map<String, JsonNode>, EventLine> reader =
        type != null && type.isTextual() ? READERS.get(type.textValue()) : null;
    if (reader == null) {
      String found = type == null ? "nothing" : Found.in(TYPE, type);
      throw new EventLineException(List.of(new Problem(TYPE, found, TYPES)));
    }
    return reader.apply(fields);
  }

  static String typeOf(EventLine line) {
    if (line instanceof EventLine.Message) {
      return "message";
    }
    return line instanceof EventLine.User ? "user" : "feedback";
  }

  private static <T extends org.apache.avro.specific.SpecificRecord>
      Function<Map<String, JsonNode>, EventLine> reader(
          Class<T> contract, Function<T, EventLine> wrap) {
    ContractReader<T> reader = new ContractReader<>(contract);
    return fields -> wrap.apply(reader.read(fields));
  }
}
