package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rampart.classifiers.manifest.BatchLimits;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.text.RowIndex;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Runs a linear text model: keeps of each text the n-grams that the model knows, and pads with row
 * 0.
 */
final class HashedTextRunner implements ModelRunner {
  private static final int RUN_IN_NUMBERS = 600;

  private final OrtSession session;
  private final RunSwitch halt = new RunSwitch();
  private final TextEncoder encoder;
  private final RowIndex index;
  private final int longest;
  private final InputBuffer ids;
  private final InputBuffer scale;
  private final ScoreBuffer scores;
  private int[] rows = new int[16_384];
  private int[] ends;
  private float[] scales;
  private final int[] padding;

  HashedTextRunner(Manifest manifest, OrtSession session, RowIndex index, TextEncoder encoder) {
    BatchLimits limits = manifest.limits();
    this.session = session;
    this.encoder = encoder;
    this.index = index;
    this.longest = limits.longest();
    this.ids = InputBuffer.ofInts(limits.numbers());
    this.scale = InputBuffer.ofFloats(limits.items());
    this.scores = new ScoreBuffer(limits.items(), manifest.labels().size());
    this.ends = new int[limits.items()];
    this.scales = new float[limits.items()];
    this.padding = new int[longest];
  }

  @Override
  public void prepare(int[] items, int count) {
    if (count > ends.length) {
      ends = new int[count];
      scales = new float[count];
    }
    for (int position = 0; position < count; position++) {
      keepKnown(items[position], position);
    }
  }

  private void keepKnown(int item, int position) {
    int[] all = encoder.ids();
    int from = encoder.start(item);
    int to = encoder.end(item);
    int start = start(position);
    if (start + to - from > rows.length) {
      rows = Arrays.copyOf(rows, 2 * (start + to - from));
    }
    int end = index.rows(all, from, to, rows, start);
    ends[position] = Math.min(end, start + longest);
    scales[position] = (float) (1 / Math.sqrt(to - from));
  }

  @Override
  public int length(int position) {
    return ends[position] - start(position);
  }

  private int start(int position) {
    return position == 0 ? 0 : ends[position - 1];
  }

  @Override
  public void run(int[] positions, int from, int to, int padded, float[] out) throws OrtException {
    int batch = to - from;
    for (int row = 0; row < batch; row++) {
      fill(row, positions[from + row], padded);
    }
    Map<String, ai.onnxruntime.OnnxTensor> inputs =
        Map.of("ids", ids.tensor(batch, padded), "scale", scale.tensor(batch, 1));
    try (var result =
        session.run(inputs, Set.of(), Map.of("scores", scores.tensor(batch)), halt.options())) {
      for (int row = 0; row < batch; row++) {
        scores.read(row, out, positions[from + row]);
      }
    }
  }

  private void fill(int row, int position, int padded) {
    int at = row * padded;
    int length = length(position);
    ids.ints().put(at, rows, start(position), length);
    ids.ints().put(at + length, padding, 0, padded - length);
    scale.floats().put(row, scales[position]);
  }

  @Override
  public int paddingWorthARun() {
    return RUN_IN_NUMBERS;
  }

  @Override
  public void terminate(boolean wanted) {
    halt.terminate(wanted);
  }

  @Override
  public void close() {
    ids.close();
    scale.close();
    scores.close();
    halt.close();
  }
}
