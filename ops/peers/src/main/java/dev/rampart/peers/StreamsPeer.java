package dev.rampart.peers;

import dev.rampart.classifiers.Scorer;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.topology.Parts;
import dev.rampart.topology.Pipeline;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.StreamsTuning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Rampart's topology in a process: as it is, or naive, waiting for the scores of every message
 * before the next. Arguments: bootstrap servers, state folder, application id, {@code naive} or
 * {@code rampart}, threads.
 */
public final class StreamsPeer {
  private StreamsPeer() {}

  public static void main(String[] arguments) throws Exception {
    Shared shared = Shared.of(arguments[0]);
    PipelineSettings settings =
        PipelineSettings.defaults(arguments[0], Path.of(arguments[1]))
            .as(arguments[2], Path.of(arguments[1]))
            .with(StreamsTuning.defaults().withThreads(Integer.parseInt(arguments[4])));
    Parts parts = arguments[3].equals("naive") ? waiting(shared.parts) : shared.parts;
    Pipeline pipeline = new Pipeline(settings, parts);
    Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close));
    pipeline.start();
    pipeline.awaitStopped();
  }

  private static Parts waiting(Parts parts) {
    return new Parts(
        parts.registry(),
        parts.catalogue(),
        new Waiting(parts.scorer()),
        parts.policies(),
        parts.meters(),
        parts.reputation());
  }

  /** A scorer that answers before it returns. */
  private record Waiting(Scorer scorer) implements Scorer {
    @Override
    public ScoringTicket submit(ScoringRequest request) {
      ScoringTicket ticket = scorer.submit(request);
      try {
        ticket.await(Duration.ofSeconds(10));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return ticket;
    }

    @Override
    public void flush() {
      scorer.flush();
    }

    @Override
    public List<ServedModel> models() {
      return scorer.models();
    }

    @Override
    public void close() {
      scorer.close();
    }
  }
}
