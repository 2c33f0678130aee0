package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rampart.classifiers.manifest.BatchLimits;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.manifest.Manifest;
import java.util.Map;
import java.util.Set;

/**
 * Runs a transformer encoder on word pieces and turns its logits into scores: each label by itself,
 * or one label of all.
 */
final class TransformerRunner implements ModelRunner {
  private static final String PIECES = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String KINDS = "token_type_ids";

  private final Manifest manifest;
  private final OrtSession session;
  private final RunSwitch halt = new RunSwitch();
  private final PieceEncoder encoder;
  private final InputSpec.WordPieces spec;
  private final InputBuffer pieces;
  private final InputBuffer mask;
  private final InputBuffer kinds;
  private final boolean asksKinds;
  private final ScoreBuffer logits;
  private final int labels;
  private int[] items = {};

  TransformerRunner(Manifest manifest, OrtSession session, PieceEncoder encoder) {
    BatchLimits limits = manifest.limits();
    this.manifest = manifest;
    this.session = session;
    this.encoder = encoder;
    this.spec = (InputSpec.WordPieces) manifest.input();
    this.pieces = InputBuffer.ofLongs(limits.numbers());
    this.mask = InputBuffer.ofLongs(limits.numbers());
    this.kinds = InputBuffer.ofLongs(limits.numbers());
    this.asksKinds = session.getInputNames().contains(KINDS);
    this.labels = manifest.labels().size();
    this.logits = new ScoreBuffer(limits.items(), labels);
  }

  @Override
  public void prepare(int[] prepared, int count) {
    items = prepared;
  }

  @Override
  public int length(int position) {
    return Math.min(encoder.length(items[position]), manifest.limits().longest());
  }

  @Override
  public void run(int[] positions, int from, int to, int padded, float[] out) throws OrtException {
    int batch = to - from;
    for (int row = 0; row < batch; row++) {
      fill(row * padded, positions[from + row], padded);
    }
    try (var result =
        session.run(
            inputs(batch, padded),
            Set.of(),
            Map.of(spec.output(), logits.tensor(batch)),
            halt.options())) {
      for (int row = 0; row < batch; row++) {
        int position = positions[from + row];
        logits.read(row, out, position);
        spec.activation().apply(out, position * labels, (position + 1) * labels);
      }
    }
  }

  private Map<String, OnnxTensor> inputs(int rows, int columns) throws OrtException {
    OnnxTensor ids = pieces.tensor(rows, columns);
    OnnxTensor attention = mask.tensor(rows, columns);
    return asksKinds
        ? Map.of(PIECES, ids, MASK, attention, KINDS, kinds.tensor(rows, columns))
        : Map.of(PIECES, ids, MASK, attention);
  }

  private void fill(int at, int position, int padded) {
    int length = length(position);
    for (int i = 0; i < padded; i++) {
      pieces.longs().put(at + i, i < length ? encoder.id(items[position], i) : spec.padding());
      mask.longs().put(at + i, i < length ? 1 : 0);
    }
  }

  /** Padding a transformer is always dearer than another run. */
  @Override
  public int paddingWorthARun() {
    return 0;
  }

  @Override
  public void terminate(boolean wanted) {
    halt.terminate(wanted);
  }

  @Override
  public void close() {
    pieces.close();
    mask.close();
    kinds.close();
    logits.close();
    halt.close();
  }
}
