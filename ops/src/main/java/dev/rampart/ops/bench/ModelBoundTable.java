package dev.rampart.ops.bench;

import java.util.Locale;

/**
 * The pipeline with a model that bounds it, beside ONNX Runtime alone on that model.
 *
 * @param machine what it ran on
 * @param events messages of each round
 * @param rounds of which the median is shown
 * @param workers threads that run the model, on either side
 * @param barePerSecond messages a second of the bare loops, the faster of before and after
 * @param pipelinePerSecond messages a second that the pipeline decided
 * @param scoringMicros processor time of the threads that score, for a message of the pipeline
 * @param missing scores that could not be had in all rounds; a figure with some is none
 */
public record ModelBoundTable(
    String machine,
    int events,
    int rounds,
    int workers,
    double barePerSecond,
    double pipelinePerSecond,
    double scoringMicros,
    double missing) {
  /** Of the pipeline to the bare loops. */
  public double ratio() {
    return pipelinePerSecond / barePerSecond;
  }

  /** For people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        """
        %s
        %,d messages, median of %d rounds, exactly once, model run by %d thread(s)
        bare ONNX Runtime at its best batch %,10.0f messages/s
        the whole pipeline                  %,10.0f messages/s, ratio %.3f, %.0f core µs of scoring, scores missing %.0f""",
        machine,
        events,
        rounds,
        workers,
        barePerSecond,
        pipelinePerSecond,
        ratio(),
        scoringMicros,
        missing);
  }
}
