package dev.rampart.ops.inspect;

import java.util.List;

/**
 * Who holds the record of a key.
 *
 * @param active instance with the newest copy, {@code HOST:PORT} of its service
 * @param standbys instances with a copy that follows it
 */
public record Owner(int partition, String active, List<String> standbys) {
  public Owner {
    standbys = List.copyOf(standbys);
  }
}
