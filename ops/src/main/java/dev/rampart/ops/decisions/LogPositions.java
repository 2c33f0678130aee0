package dev.rampart.ops.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/**
 * Up to where the decisions topic is in the log: kept in the segments themselves, so that data and
 * positions appear in one step.
 *
 * @param source which topic of which cluster, by its ids; a topic made anew has another
 * @param next offset by partition that comes next
 */
record LogPositions(String source, Map<Integer, Long> next) {
  /** Key of the Parquet file's metadata. */
  static final String KEY = "rampart_positions";

  private static final ObjectMapper JSON = new ObjectMapper();

  LogPositions {
    next = new TreeMap<>(next);
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static LogPositions parse(String json) {
    try {
      return JSON.readValue(json, LogPositions.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("no positions of a decision log", broken);
    }
  }
}
