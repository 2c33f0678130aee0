package dev.rampart.ops.http;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.jackson.Jackson;

/** The one form of JSON over HTTP: names in snake_case, times ISO-8601 in UTC. */
public final class JsonFormat {
  /** No call and no answer is nested half as deep; a parser pays for each level with its stack. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(100).build();

  private JsonFormat() {}

  /** A mapper; a field that a call does not know is refused, and so is what is nested too deep. */
  public static ObjectMapper mapper() {
    ObjectMapper mapper = Jackson.newObjectMapper();
    mapper.getFactory().setStreamReadConstraints(LIMITS);
    return mapper
        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}
