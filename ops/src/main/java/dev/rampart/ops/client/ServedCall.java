package dev.rampart.ops.client;

import java.util.Map;

/**
 * A call of the service that changes something.
 *
 * @param body without the reason
 */
public record ServedCall(String method, String path, Map<String, ?> body) {
  /** One that adds something. */
  public static ServedCall post(String path, Map<String, ?> body) {
    return new ServedCall("POST", path, body);
  }
}
