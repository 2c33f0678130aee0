package dev.rampart.classifiers.training;

import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.training.BehaviourTrainer.Trained;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the folder of the model of account risk: graph, description and card. */
final class BehaviourFolder {
  private static final int ITEMS = 256;

  private final Path folder;
  private final String version;

  BehaviourFolder(Path folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  void write(Trained trained) {
    byte[] graph = trained.network().bytes();
    write(Manifest.GRAPH, graph);
    write(Manifest.NAME, description(trained, graph).getBytes(StandardCharsets.UTF_8));
    write("MODEL_CARD.md", card(trained).getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
    }
  }

  private String description(Trained trained, byte[] graph) {
    int size = trained.names().size();
    return """
        # Written by the trainer. MODEL_CARD.md says what the model is for.
        format: 1
        name: behaviour
        version: "%s"
        input:
          kind: features
          catalogue: "%s"
          names:
        %s
        labels: [risk]
        batch:
          items: %d
          numbers: %d
          lengths: [%d]
        device: cpu
        precision: 32-bit floats
        calibration: Platt scaling on held-out communities, part of the weights
        operating-points:
        %s
        files:
          model.onnx: %s
        golden:
          tolerance: 0.00002
          texts:
        %s
        """
        .formatted(
            version,
            trained.catalogue(),
            trained.names().stream().map(name -> "    - " + name).collect(Collectors.joining("\n")),
            ITEMS,
            ITEMS * size,
            size,
            BehaviourTrainer.RATES.stream()
                .map(rate -> operatingPoint(rate, threshold(trained, rate)))
                .collect(Collectors.joining("\n")),
            ModelRepository.sha256(graph),
            golden(trained));
  }

  private static double threshold(Trained trained, double rate) {
    return HeldOut.thresholdAt(rate, List.of(trained.heldOut()));
  }

  private static String operatingPoint(double rate, double threshold) {
    return String.format(
        Locale.ROOT, "  - {false-positive-rate: %s, thresholds: {risk: %.6f}}", rate, threshold);
  }

  /** Accounts with nothing known, with zeros, and with everything at 1 and at 20. */
  private static String golden(Trained trained) {
    return IntStream.range(0, 4)
        .mapToObj(
            i -> {
              float[] features = new float[trained.names().size()];
              Arrays.fill(features, List.of(Float.NaN, 0f, 1f, 20f).get(i));
              double score = 1 / (1 + Math.exp(-trained.network().logit(features)));
              return String.format(
                  Locale.ROOT,
                  "    - {text: \"account %d\", features: %s, scores: [%.6f]}",
                  i,
                  Arrays.toString(features).replace("NaN", ".nan"),
                  score);
            })
        .collect(Collectors.joining("\n"));
  }

  private String card(Trained trained) {
    HeldOut heldOut = trained.heldOut();
    return """
        # behaviour %s

        A network with one hidden layer over %d features of the account (catalogue %s), trained by Adam, calibrated by Platt scaling. It reads numbers only: how
        much, how fast, to whom and from how old an account, never what was written. A feature without a value is told to it as such.

        ## Label

        - `risk`: the account is doing something that breaks rules as it writes this message: spam wave, scam links, mass mention, raid or flood

        ## Data and held-out figures

        %,d messages of generated communities to learn from, %,d of others, made from other seeds, held out; %,d of these are abuse. Insults, which
        show in the words and not in the behaviour, were left out.

        | | |
        |---|---|
        | AUROC | %.4f |
        | AUROC of the best single feature, `%s` | %.4f |
        %s

        ## Use

        As one reason among others. It learned from communities that a program made up, with the habits of that program: on a real platform train it again
        from the decisions and the reviewers' verdicts there before a policy leans on it. It is asked about messages only. Never the only reason for an action.
        """
        .formatted(
            version,
            trained.names().size(),
            trained.catalogue(),
            trained.trained(),
            heldOut.truth().length,
            heldOut.positives(),
            heldOut.auroc(),
            trained.bestFeature(),
            trained.bestAuroc(),
            BehaviourTrainer.RATES.stream()
                .map(
                    rate ->
                        String.format(
                            Locale.ROOT,
                            "| recall at FPR %s | %.3f |",
                            rate,
                            heldOut.recallAt(threshold(trained, rate))))
                .collect(Collectors.joining("\n")));
  }
}
