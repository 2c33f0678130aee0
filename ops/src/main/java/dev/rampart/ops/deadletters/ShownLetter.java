package dev.rampart.ops.deadletters;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with what is in it.
 *
 * @param key as text where it is text, else in base64
 * @param headers those that are text, by name; the stack among them
 * @param event the event, where the bytes are one
 * @param bytes the value in base64
 */
public record ShownLetter(
    Letter letter,
    @Nullable String key,
    Map<String, String> headers,
    @Nullable Object event,
    @Nullable String bytes) {
  public ShownLetter {
    headers = Map.copyOf(headers);
  }
}
