package dev.rampart.classifiers.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the numbers in a graph that is one of {@link LinearGraph}. Field numbers as there. */
final class LinearGraphReader {
  private static final List<String> OPERATIONS =
      List.of("Cast", "Gather", "ReduceSum", "Mul", "Add", "Sigmoid");

  private final List<String> operations = new ArrayList<>();
  private final Map<String, Tensor> tensors = new HashMap<>();

  /** A constant of the graph. */
  private record Tensor(int type, List<Integer> shape, ByteBuffer raw) {
    boolean is(ElementType wanted, int dimensions) {
      return type == wanted.code() && shape.size() == dimensions && raw.hasRemaining();
    }
  }

  /** The numbers, or null where the graph is another. */
  @Nullable LinearTable read(byte[] model) {
    try {
      readModel(new ProtoReader(ByteBuffer.wrap(model)));
    } catch (BufferUnderflowException | IllegalArgumentException noGraph) {
      return null;
    }
    Tensor table = tensors.get("table16");
    Tensor bias = tensors.get("bias");
    if (!operations.equals(OPERATIONS)
        || table == null
        || bias == null
        || !table.is(ElementType.FLOAT16, 2)
        || !bias.is(ElementType.FLOAT, 1)) {
      return null;
    }
    return new LinearTable(table.shape().get(1), halves(table.raw()), floats(bias.raw()));
  }

  private void readModel(ProtoReader model) {
    while (model.next()) {
      if (model.field() == 7) {
        readGraph(new ProtoReader(model.content()));
      }
    }
  }

  private void readGraph(ProtoReader graph) {
    while (graph.next()) {
      if (graph.field() == 1) {
        readNode(new ProtoReader(graph.content()));
      } else if (graph.field() == 5) {
        readTensor(new ProtoReader(graph.content()));
      }
    }
  }

  private void readNode(ProtoReader node) {
    while (node.next()) {
      if (node.field() == 4) {
        operations.add(node.text());
      }
    }
  }

  private void readTensor(ProtoReader tensor) {
    List<Integer> shape = new ArrayList<>();
    int type = 0;
    String name = "";
    ByteBuffer raw = ByteBuffer.allocate(0);
    while (tensor.next()) {
      switch (tensor.field()) {
        case 1 -> shape.add((int) tensor.number());
        case 2 -> type = (int) tensor.number();
        case 8 -> name = tensor.text();
        case 9 -> raw = tensor.content();
        default -> {}
      }
    }
    tensors.put(name, new Tensor(type, shape, raw));
  }

  private static float[] halves(ByteBuffer raw) {
    float[] values = new float[raw.remaining() / ElementType.FLOAT16.bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] = HalfFloat.value(raw.getShort(i * ElementType.FLOAT16.bytes()));
    }
    return values;
  }

  private static float[] floats(ByteBuffer raw) {
    float[] values = new float[raw.remaining() / ElementType.FLOAT.bytes()];
    raw.asFloatBuffer().get(values);
    return values;
  }
}
