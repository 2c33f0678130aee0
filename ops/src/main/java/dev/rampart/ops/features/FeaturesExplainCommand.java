package dev.rampart.ops.features;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.topology.features.FeatureExplainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code features explain}: how each value of one event came about. */
@Command(
    name = "explain",
    description =
        "Shows for one event how each value came about: window, events that it came from, whether"
            + " the default was used. Shows ids and times, never message text.")
public final class FeaturesExplainCommand extends RampartCommand {
  @Mixin private final CatalogueOption option = new CatalogueOption();
  @Mixin private final DecisionOptions files = new DecisionOptions();

  @Option(
      names = "--event",
      paramLabel = "ID",
      required = true,
      description = "Id of the event to explain.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private String event;

  @Override
  protected ExitCode run(Output output) throws IOException {
    files.check();
    FeatureExplainer explainer = new FeatureExplainer(option.catalogue(), files.kept());
    EventExplanation explanation =
        new AccountHistory(decisionsUpToEvent(), files.input()).explain(explainer);
    output.result(explanation, () -> ExplanationText.of(explanation));
    return ExitCode.DONE;
  }

  /** Decisions of the event's account, the event's own last. */
  private List<DecidedEvent> decisionsUpToEvent() throws IOException {
    String author = author();
    List<DecidedEvent> own = new ArrayList<>();
    List<DecidedEvent> upTo = new ArrayList<>();
    files
        .decisions()
        .forEach(
            decision -> {
              if (decision.author().equals(author)) {
                own.add(decision);
              }
              if (decision.eventId().equals(event) && decision.author().equals(author)) {
                upTo.clear();
                upTo.addAll(own);
              }
            });
    return upTo;
  }

  private String author() throws IOException {
    List<String> authors = new ArrayList<>();
    files
        .decisions()
        .forEach(
            decision -> {
              if (decision.eventId().equals(event)) {
                authors.add(decision.author());
              }
            });
    if (authors.isEmpty()) {
      throw CommandFailure.failed("--event: no decision is about '" + event + "'");
    }
    return authors.get(authors.size() - 1);
  }
}
