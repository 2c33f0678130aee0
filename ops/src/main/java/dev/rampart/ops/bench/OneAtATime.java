package dev.rampart.ops.bench;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.ModelScore;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.Scorer;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.runtime.BatchCutter;
import dev.rampart.classifiers.runtime.Encoder;
import dev.rampart.classifiers.runtime.LoadedModel;
import dev.rampart.topology.Parts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a first attempt at the pipeline does: the stream thread scores every record by itself, model
 * after model, inside {@code process()}. Everything else stays the same.
 */
final class OneAtATime implements Scorer {
  private static final int[] FIRST = {0};

  private final List<ServedModel> served;
  private final List<LoadedModel> loaded;
  private final ThreadLocal<List<Direct>> direct =
      ThreadLocal.withInitial(() -> this.loaded().stream().map(Direct::new).toList());

  private OneAtATime(List<ServedModel> served, ModelRepository repository) {
    this.served = served;
    this.loaded = served.stream().map(ServedModel::id).map(repository::load).toList();
  }

  /** The same parts with the models of this folder scored one record at a time. */
  static Parts instead(Parts parts, Path models) {
    return new Parts(
        parts.registry(),
        parts.catalogue(),
        new OneAtATime(parts.scorer().models(), new ModelRepository(models)),
        parts.policies(),
        parts.meters());
  }

  private List<LoadedModel> loaded() {
    return loaded;
  }

  @Override
  public ScoringTicket submit(ScoringRequest request) {
    ScoringTicket ticket = new ScoringTicket(served);
    List<Direct> models = direct.get();
    IntStream.range(0, models.size())
        .forEach(i -> ticket.complete(i, models.get(i).score(request, served.get(i))));
    return ticket;
  }

  @Override
  public void flush() {}

  @Override
  public List<ServedModel> models() {
    return served;
  }

  @Override
  public void close() {
    loaded.forEach(model -> model.leases().release(1));
  }

  /** One model as one thread runs it. */
  private static final class Direct implements BatchCutter.RunObserver {
    private final Encoder encoder;
    private final BatchCutter runs;

    Direct(LoadedModel model) {
      encoder = Encoder.of(model.manifest().input());
      runs = new BatchCutter(model, encoder, 0, this);
    }

    ModelScore score(ScoringRequest request, ServedModel served) {
      encoder.clear();
      if (!encoder.add(request).isEmpty()) {
        return Missing.of(served, Missing.Cause.NO_INPUT);
      }
      runs.score(FIRST, 1);
      float[] values = runs.scores(0);
      return values == null ? Missing.of(served, Missing.Cause.POISON) : new Scored(served, values);
    }

    @Override
    public void ran(int rows, long numbers, long padded, long nanos) {}

    @Override
    public void failed(int rows, String message) {}
  }
}
