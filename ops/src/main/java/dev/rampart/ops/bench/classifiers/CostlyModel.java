package dev.rampart.ops.bench.classifiers;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.manifest.InputSpec.FeatureVector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A made-up model that takes longer for a message than everything else that a pipeline does with
 * it, and ONNX Runtime alone on that model.
 */
public final class CostlyModel {
  private static final int DEPTH = 8;
  private static final int[] BATCHES = {16, 32, DenseNet.BATCH};

  private final DenseNet net;
  private final List<ScoringRequest> requests;

  /**
   * A model.
   *
   * @param input features that it reads
   */
  public CostlyModel(FeatureVector input) {
    this.net = new DenseNet(input, DEPTH);
    this.requests = net.requests(1024);
  }

  /** Writes it as a version of a repository. */
  public void write(Path models) throws IOException {
    net.write(models);
  }

  /**
   * Messages a second of loops around ONNX Runtime, each on a thread of its own, at the batch size
   * that is the fastest.
   *
   * @param time that each batch size is given
   */
  public double bare(int threads, Duration time) throws InterruptedException, ExecutionException {
    double best = 0;
    for (int batch : BATCHES) {
      best = Math.max(best, bare(threads, batch, time));
    }
    return best;
  }

  private double bare(int threads, int batch, Duration time)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Callable<Double> loop = () -> perSecond(batch, time);
      double sum = 0;
      for (Future<Double> rate :
          pool.invokeAll(Stream.generate(() -> loop).limit(threads).toList())) {
        sum += rate.get();
      }
      return sum;
    } finally {
      pool.shutdown();
    }
  }

  private double perSecond(int batch, Duration time) throws OrtException {
    try (BareRuntime runtime = new BareRuntime(net, batch)) {
      runtime.pass(requests.subList(0, 2 * DenseNet.BATCH));
      long start = System.nanoTime();
      long passes = 0;
      while (System.nanoTime() - start < time.toNanos()) {
        runtime.pass(requests);
        passes++;
      }
      return passes * requests.size() * 1e9 / (System.nanoTime() - start);
    }
  }
}
