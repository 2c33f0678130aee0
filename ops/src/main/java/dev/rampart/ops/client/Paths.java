package dev.rampart.ops.client;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts addresses of calls together. */
public final class Paths {
  private Paths() {}

  /** A path of these segments; slashes within a segment stay. */
  public static String of(String... segments) {
    return Arrays.stream(segments)
        .flatMap(segment -> Arrays.stream(segment.split("/", -1)))
        .map(OpsClient::quoted)
        .collect(Collectors.joining("/", "/", ""));
  }

  /** A query of the values that are not empty; empty where all are. */
  public static String query(Map<String, String> values) {
    String query =
        values.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> OpsClient.quoted(each.getKey()) + "=" + OpsClient.quoted(each.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }
}
