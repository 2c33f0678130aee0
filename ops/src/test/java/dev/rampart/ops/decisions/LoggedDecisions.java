package dev.rampart.ops.decisions;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventFacts;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SourcePosition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Decisions about made-up messages, and logs of them without a broker. */
public final class LoggedDecisions {
  /** Names of the features that they have. */
  public static final FeatureNames NAMES =
      new FeatureNames("1", List.of("account_age_days", "author_messages_10s"));

  /** Event time of the first one. */
  public static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  private LoggedDecisions() {}

  /** A message's decision with values on a coarse grid, some of them missing. */
  public static Decision message(int number, Random random) {
    return Decision.newBuilder()
        .setEventId("m" + number)
        .setEventType(EventType.MESSAGE)
        .setAuthorId("u" + number % 50)
        .setGuildId(number % 3 == 0 ? null : "g" + number % 4)
        .setChannelId("c")
        .setDecidedAt(START.plusMillis(number))
        .setEventTime(START.plusSeconds(number))
        .setCatalogueVersion("1")
        .setFeatures(List.of(value(random, 20), value(random, 40)))
        .setScores(List.of(score("spam", random), score("scam", random)))
        .setPolicyVersions(Map.of("spam", 1))
        .setSource(new SourcePosition("messages", 0, (long) number))
        .setEvent(
            EventFacts.newBuilder()
                .setKind("MESSAGE")
                .setLocale(number % 2 == 0 ? "en" : "de")
                .setLinkCount(number % 3)
                .setContentLength(random.nextInt(100))
                .setDomains(number % 3 == 0 ? List.of() : List.of("example.org", "example.net"))
                .build())
        .build();
  }

  private static double value(Random random, int bound) {
    return random.nextInt(10) == 0 ? Double.NaN : random.nextInt(bound);
  }

  private static ModelScores score(String model, Random random) {
    Map<String, Float> labels =
        random.nextInt(10) == 0 ? Map.of() : Map.of(model, random.nextInt(21) / 20f);
    return new ModelScores(model, "1", PolicyMode.LIVE, labels, labels.isEmpty() ? "late" : null);
  }

  /** So many decisions, the same for the same seed. */
  public static List<Decision> messages(int count, long seed) {
    Random random = new Random(seed);
    List<Decision> decisions = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      decisions.add(message(number, random));
    }
    return decisions;
  }

  /** Writes a log of several segments. */
  public static void write(Path folder, List<Decision> decisions) throws Exception {
    try (LogFolder log = LogFolder.open(folder);
        SegmentWriter writer =
            new SegmentWriter(log, LogDatabase.open(1, 256), NAMES, Clock.systemUTC())) {
      long offset = 0;
      for (Decision decision : decisions) {
        if (!writer.fits(decision) || writer.rows() == 700) {
          writer.flush("cluster/topic", Map.of(0, offset));
        }
        writer.add(decision, 0, offset++, null);
      }
      writer.flush("cluster/topic", Map.of(0, offset));
    }
  }
}
