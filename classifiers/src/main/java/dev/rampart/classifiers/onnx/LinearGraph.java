package dev.rampart.classifiers.onnx;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a linear text model: {@code sigmoid(sum(table[ids]) * scale + bias)}. Row 0 of the
 * table is zeros, so that rows of ids may be padded with 0. The table is kept in 16 bits on disk
 * and becomes 32 bits when the session is made, once, because a cast of a constant is folded.
 */
public final class LinearGraph {
  private LinearGraph() {}

  /** The weights as the file will hold them: each the nearest 16-bit float. */
  public static float[] stored(float[] weights) {
    float[] stored = new float[weights.length];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = HalfFloat.value(HalfFloat.of(weights[i]));
    }
    return stored;
  }

  /** The numbers of a model file, or null where it is another graph. */
  public static @Nullable LinearTable read(byte[] model) {
    return new LinearGraphReader().read(model);
  }

  /** A graph that computes the same with the table in 32 bits. */
  public static byte[] bytes(LinearTable table) {
    GraphWriter graph =
        inputs(table.labels()).floats("table", table.weights(), table.rows(), table.labels());
    return computation(graph, table.bias()).toBytes();
  }

  /**
   * The bytes of the model file.
   *
   * @param table buckets × labels, row after row; row 0 zeros
   * @param bias one for each label
   */
  public static byte[] bytes(float[] table, float[] bias) {
    int labels = bias.length;
    GraphWriter graph =
        inputs(labels)
            .halves("table16", table, table.length / labels, labels)
            .node("Cast", List.of("table16"), "table", GraphWriter.castTo(ElementType.FLOAT));
    return computation(graph, bias).toBytes();
  }

  private static GraphWriter inputs(int labels) {
    return new GraphWriter("linear")
        .input("ids", ElementType.INT32, List.of("batch", "k"))
        .input("scale", ElementType.FLOAT, List.of("batch", 1))
        .output("scores", ElementType.FLOAT, List.of("batch", labels));
  }

  private static GraphWriter computation(GraphWriter graph, float[] bias) {
    return graph
        .floats("bias", bias, bias.length)
        .longs("axis", 1)
        .node("Gather", List.of("table", "ids"), "rows")
        .node("ReduceSum", List.of("rows", "axis"), "sums", Map.of("keepdims", 0))
        .node("Mul", List.of("sums", "scale"), "scaled")
        .node("Add", List.of("scaled", "bias"), "logits")
        .node("Sigmoid", List.of("logits"), "scores");
  }
}
