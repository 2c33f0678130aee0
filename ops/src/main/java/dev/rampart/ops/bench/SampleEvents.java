package dev.rampart.ops.bench;

import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Events to evaluate, mostly of calm people.
 *
 * @param message the message
 * @param features in the catalogue's order
 * @param scores in the vocabulary's order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; evaluation wants arrays
record SampleEvents(MessageInput message, double[] features, float[] scores) {
  /**
   * Draws some.
   *
   * @param newcomersOneIn one in so many comes from an account younger than a month
   */
  static List<SampleEvents> drawn(
      int count, PolicyVocabulary vocabulary, long seed, int newcomersOneIn) {
    Random random = new Random(seed);
    List<SampleEvents> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] features = features(vocabulary.features().size(), random);
      features[vocabulary.features().indexOf("account_age_days")] = age(random, newcomersOneIn);
      float[] scores = scores(vocabulary.scores().size(), random);
      events.add(new SampleEvents(message(i, random), features, scores));
    }
    return events;
  }

  private static MessageInput message(int number, Random random) {
    String link = random.nextInt(10) == 0 ? " https://a.shop" + random.nextInt(50) : "";
    MessageEvent message =
        MessageEvent.newBuilder()
            .setMessageId("m-" + number)
            .setAuthorId("account-" + random.nextInt(1_000))
            .setChannelId("general")
            .setGuildId("guild-" + random.nextInt(1_000))
            .setContent("see you tomorrow at the usual place, number " + number + link)
            .setSentAt(Instant.EPOCH)
            .build();
    return new MessageInput(
        message, new Origin("messages", 0, number, 0, new byte[0], new byte[0]));
  }

  private static double age(Random random, int newcomersOneIn) {
    return random.nextInt(newcomersOneIn) == 0 ? random.nextInt(30) : 30 + random.nextInt(2_000);
  }

  private static double[] features(int count, Random random) {
    return random.doubles(count).map(value -> Math.floor(-4 * Math.log(1 - value))).toArray();
  }

  private static float[] scores(int count, Random random) {
    float[] scores = new float[count];
    for (int i = 0; i < count; i++) {
      scores[i] = (float) Math.pow(random.nextDouble(), 6);
    }
    return scores;
  }
}
