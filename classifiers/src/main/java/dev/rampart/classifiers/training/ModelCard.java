package dev.rampart.classifiers.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The card of a trained model: what it is, what it learned from, how well it does, and what it is
 * not for.
 */
final class ModelCard {
  private final Mixture mixture;
  private final TrainedModel model;
  private final String version;

  ModelCard(Mixture mixture, TrainedModel model, String version) {
    this.mixture = mixture;
    this.model = model;
    this.version = version;
  }

  String text() {
    return """
        # %s %s

        A linear model over hashed words, word pairs and character n-grams of folded text: one logistic regression for each label, its features scaled
        by naive Bayes, its weights penalised by their squares and found by L-BFGS, calibrated by Platt scaling, %,d table rows kept of %,d.

        ## Labels

        %s

        ## Held-out figures

        One example in eight of the mixture was held out before training. The sets have habits that both parts share, so these figures flatter.

        | label | examples | positives | AUROC | %s |
        |---|---|---|---|%s
        %s

        ## Unseen sets

        Each set was scored by a model that had been trained on the other sets only: what to expect of text that is like none of the data. Sets of one kind
        only have no AUROC. FPR and recall are at the threshold of the operating point 0.01.

        | label | left out | examples | positives | AUROC | FPR | recall |
        |---|---|---|---|---|---|---|
        %s

        The thresholds of all operating points are those that the stated share of everyday talk reaches, the sets in equal parts: each scored by a model that
        had not seen it (%s), or, where it is alone in its language, by this one on examples held out (%s).

        ## Data

        %s

        Texts that occur more than once were kept once. One training text in four was added a second time in a disguised spelling.

        ## Use

        To order messages for review and, at low false-positive thresholds, for actions that a person can undo. Not for judging people, nor as the only
        reason for a lasting sanction. It knows words and their neighbours, not meaning: irony, quotation and reclaimed words are often misread, and
        languages other than those of the data are mostly unknown to it.
        """
        .formatted(
            mixture.model(),
            version,
            model.index().rows(),
            model.spec().buckets(),
            LabelNotes.of(mixture.model()),
            model.points().stream()
                .map(p -> "recall at FPR " + p.falsePositiveRate())
                .collect(Collectors.joining(" | ")),
            "---|".repeat(model.points().size()),
            figures(),
            unseen(),
            talk(UnseenSources.CHAT),
            talk(List.of(UnseenSources.ALONE_IN_ITS_LANGUAGE)),
            sources());
  }

  private String talk(List<String> sets) {
    return sets.stream()
        .filter(mixture.sources()::containsKey)
        .map(LabelNotes::source)
        .collect(Collectors.joining("; "));
  }

  private String figures() {
    return model.figures().entrySet().stream()
        .map(e -> row(e.getKey(), e.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String row(String label, TrainedModel.Figures figures) {
    String recall =
        figures.recall().stream()
            .map(r -> String.format(Locale.ROOT, "%.3f", r))
            .collect(Collectors.joining(" | "));
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %.4f | %s |",
        label,
        figures.examples(),
        figures.positives(),
        figures.auroc(),
        recall);
  }

  private String unseen() {
    return model.unseen().entrySet().stream()
        .flatMap(
            label ->
                label.getValue().entrySet().stream()
                    .map(set -> row(label.getKey(), set.getKey(), set.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static String row(String label, String set, TrainedModel.Unseen unseen) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %,d | %s | %s | %s |",
        label,
        set,
        unseen.examples(),
        unseen.positives(),
        shown(unseen.auroc()),
        shown(unseen.falsePositiveRate()),
        shown(unseen.recall()));
  }

  private static String shown(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.4f", share);
  }

  private String sources() {
    return mixture.sources().entrySet().stream()
        .map(
            e ->
                String.format(
                    Locale.ROOT, "- %s: %,d", LabelNotes.source(e.getKey()), e.getValue()))
        .collect(Collectors.joining("\n"));
  }
}
