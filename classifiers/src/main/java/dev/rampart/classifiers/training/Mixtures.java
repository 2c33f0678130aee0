package dev.rampart.classifiers.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What each shipped model is trained on. */
final class Mixtures {
  private static final Map<String, Boolean> HARMLESS =
      Map.of("hate", false, "toxic", false, "harassment", false, "sexist", false);
  private static final Map<String, Boolean> NO_SCAM = Map.of("scam", false, "phishing", false);
  private static final Pattern PRIZE =
      Pattern.compile(
          "(?i)\\b(won|win|prize|claim|award|awarded|guaranteed|selected|winner|urgent)\\b");
  private static final int CHAT_STEP = 8;

  private final Path data;
  private final long seed;

  Mixtures(Path data, long seed) {
    this.data = data;
    this.seed = seed;
  }

  /** The mixture of a model by its name. */
  Mixture of(String model) {
    return switch (model) {
      case "toxicity" -> toxicity();
      case "spam" -> spam();
      case "scam" -> scam();
      default ->
          throw new IllegalArgumentException(
              "model: found " + model + ", allowed " + ModelTrainer.MODELS);
    };
  }

  private Mixture toxicity() {
    AbuseSets abuse = new AbuseSets(data);
    SpamSets spam = new SpamSets(data);
    Profanity profanity = new Profanity(data);
    List<Example> all = new ArrayList<>(Templates.read("abuse-templates.yaml", seed, 30));
    all.addAll(Templates.read("threat-templates.yaml", seed, Integer.getInteger("exp.threat", 15)));
    all.addAll(abuse.davidson());
    all.addAll(abuse.hatexplain("train"));
    all.addAll(abuse.hatexplain("val"));
    all.addAll(abuse.edos("train"));
    all.addAll(abuse.edos("dev"));
    all.addAll(abuse.toxicSpans());
    all.addAll(abuse.toxigen());
    for (String part : List.of("train", "validation", "test")) {
      all.addAll(abuse.hatemoji(part));
    }
    all.addAll(relabelled(spam.chat(CHAT_STEP), HARMLESS));
    all.addAll(relabelled(spam.sms(), HARMLESS));
    all.addAll(relabelled(spam.telegram(), HARMLESS));
    List<Example> labelled = new ArrayList<>(all.stream().map(profanity::labelled).toList());
    labelled.addAll(
        Templates.read("language-templates.yaml", seed, Integer.getInteger("exp.lang", 8)));
    labelled.addAll(profanity.terms());
    return Mixture.of("toxicity", ModelTrainer.TOXICITY_LABELS, labelled);
  }

  private Mixture spam() {
    SpamSets sets = new SpamSets(data);
    List<Example> all = new ArrayList<>(Templates.read("scam-templates.yaml", seed, 25));
    all.addAll(sets.sms());
    SpamSets.VIDEOS.forEach(video -> all.addAll(sets.youtube(video)));
    all.addAll(sets.telegram());
    all.addAll(janitr("spam"));
    all.addAll(talk(Map.of("spam", false)));
    return Mixture.of("spam", List.of("spam"), all);
  }

  private Mixture scam() {
    SpamSets sets = new SpamSets(data);
    List<Example> all = new ArrayList<>(Templates.read("scam-templates.yaml", seed, 25));
    all.addAll(janitr("scam"));
    all.addAll(sets.sms().stream().map(Mixtures::scamOfSms).toList());
    all.addAll(
        sets.telegram().stream().filter(e -> !e.is("spam")).map(e -> e.with(NO_SCAM)).toList());
    SpamSets.VIDEOS.forEach(
        video ->
            sets.youtube(video).stream()
                .filter(e -> !e.is("spam"))
                .map(e -> e.with(NO_SCAM))
                .forEach(all::add));
    all.addAll(talk(NO_SCAM));
    DomainSets domains = new DomainSets(data);
    List<String> benign = domains.benign();
    all.addAll(DomainSets.messages(benign, false));
    all.addAll(
        DomainSets.messages(thinned(List.copyOf(domains.listed().keySet()), benign.size()), true));
    return Mixture.of("scam", List.of("scam", "phishing"), all);
  }

  /**
   * Half scam by its words of prizes and claims; other advertising by text message is left open.
   */
  private static Example scamOfSms(Example example) {
    if (!example.is("spam")) {
      return example.with(NO_SCAM);
    }
    boolean prize = PRIZE.matcher(example.text()).find();
    return example.with(prize ? Map.of("scam", true) : Map.of());
  }

  private List<Example> janitr(String label) {
    SpamSets sets = new SpamSets(data);
    List<Example> all = new ArrayList<>(sets.janitr("train"));
    all.addAll(sets.janitr("valid"));
    return all.stream().map(e -> e.with(Map.of(label, e.is("scam")))).toList();
  }

  /**
   * Talk that is neither spam nor scam: technical chat, tweets, comments, heated as they may be.
   */
  private List<Example> talk(Map<String, Boolean> labels) {
    AbuseSets abuse = new AbuseSets(data);
    List<Example> all = new ArrayList<>(new SpamSets(data).chat(CHAT_STEP));
    all.addAll(thinned(abuse.davidson(), 6000));
    all.addAll(thinned(abuse.toxicSpans(), 4000));
    all.addAll(thinned(abuse.edos("train"), 4000));
    all.addAll(thinned(abuse.hatemoji("train"), 1500));
    all.addAll(Templates.read("abuse-templates.yaml", seed, 2));
    return relabelled(all, labels);
  }

  private static <T> List<T> thinned(List<T> all, int most) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if ((long) i * most / all.size() != (long) (i + 1) * most / all.size()) {
        some.add(all.get(i));
      }
    }
    return some;
  }

  private static List<Example> relabelled(List<Example> examples, Map<String, Boolean> labels) {
    return examples.stream()
        .map(e -> new Example(e.text(), e.source(), labels, e.weight()))
        .toList();
  }
}
