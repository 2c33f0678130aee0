package dev.rampart.classifiers.training;

import java.util.Map;

/** What model cards say about labels and sets. */
final class LabelNotes {
  private static final Map<String, String> LABELS =
      Map.of(
          "toxicity",
          """
          - `toxic`: rude, hateful or insulting enough to drive people away
          - `hate`: attacks people for the group that they belong to
          - `harassment`: insults or threatens the person spoken to (weak label: a toxic text with a strong word that speaks to somebody)
          - `sexist`: demeans or attacks women
          - `profanity`: contains strong words, whatever for (weak label: by a public list of terms)""",
          "spam",
          "- `spam`: advertising, promotion and scams that nobody in the chat asked for; English and Russian",
          "scam",
          """
          - `scam`: tries to get money, accounts or keys by deceit
          - `phishing`: carries a link whose host name looks like those of listed scam domains (from the name alone)""");

  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("templates", "our own template sentences"),
          Map.entry("davidson", "Davidson et al. 2017, tweets (MIT)"),
          Map.entry("hatexplain", "HateXplain, train and validation (MIT)"),
          Map.entry("edos", "EDOS, train and development (CC0)"),
          Map.entry("civil", "Toxic Spans over Civil Comments (CC0)"),
          Map.entry("toxigen", "ToxiGen, the part rated by people (MIT, CDLA-Permissive-2.0)"),
          Map.entry("hatemoji", "HatemojiBuild (CC BY 4.0)"),
          Map.entry("irc", "Ubuntu IRC log excerpt, taken for harmless (CC BY 4.0)"),
          Map.entry("sms", "SMS Spam Collection (CC BY 4.0)"),
          Map.entry("telegram", "Russian Telegram group chats (MIT)"),
          Map.entry("youtube", "YouTube Spam Collection (CC BY 4.0)"),
          Map.entry("janitr", "Janitr X posts, train and validation (MIT)"),
          Map.entry(
              "domains",
              "scam domain lists (MIT, Unlicense, Apache-2.0) against benign domains (public domain)"),
          Map.entry("surge", "Surge AI profanity terms (MIT)"));

  private LabelNotes() {}

  static String of(String model) {
    return LABELS.getOrDefault(model, "");
  }

  static String source(String name) {
    return SOURCES.getOrDefault(name, name);
  }
}
