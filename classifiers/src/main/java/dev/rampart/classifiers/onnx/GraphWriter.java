package dev.rampart.classifiers.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * Builds one ONNX graph, operator set 17. Field numbers are those of {@code onnx.proto}. Nodes must
 * be added in an order in which every input is there before it is used.
 */
public final class GraphWriter {
  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 17;
  private static final int ATTRIBUTE_FLOAT = 1;
  private static final int ATTRIBUTE_INT = 2;

  private final ProtoMessage graph = new ProtoMessage();

  public GraphWriter(String name) {
    graph.text(2, name);
  }

  /**
   * An input of the graph.
   *
   * @param shape numbers, or names for the sizes that vary
   */
  public GraphWriter input(String name, ElementType type, List<?> shape) {
    graph.message(11, value(name, type, shape));
    return this;
  }

  public GraphWriter output(String name, ElementType type, List<?> shape) {
    graph.message(12, value(name, type, shape));
    return this;
  }

  /** A constant of 32-bit floats. */
  public GraphWriter floats(String name, float[] values, int... shape) {
    byte[] raw = new byte[values.length * ElementType.FLOAT.bytes()];
    little(raw).asFloatBuffer().put(values);
    return constant(name, ElementType.FLOAT, raw, shape);
  }

  /** A constant of 16-bit floats, rounded from 32. */
  public GraphWriter halves(String name, float[] values, int... shape) {
    byte[] raw = new byte[values.length * ElementType.FLOAT16.bytes()];
    ByteBuffer halves = little(raw);
    for (float value : values) {
      halves.putShort(HalfFloat.of(value));
    }
    return constant(name, ElementType.FLOAT16, raw, shape);
  }

  /** A constant of 64-bit integers, as axes and shapes are. */
  public GraphWriter longs(String name, long... values) {
    byte[] raw = new byte[values.length * ElementType.INT64.bytes()];
    little(raw).asLongBuffer().put(values);
    return constant(name, ElementType.INT64, raw, values.length);
  }

  /** An operation with its whole-number attributes. */
  public GraphWriter node(
      String operation, List<String> inputs, String output, Map<String, Integer> attributes) {
    ProtoMessage node = operation(operation, inputs, output);
    attributes.forEach(
        (name, value) ->
            node.message(
                5, new ProtoMessage().text(1, name).number(3, value).number(20, ATTRIBUTE_INT)));
    graph.message(1, node);
    return this;
  }

  /** An operation with one decimal attribute. */
  public GraphWriter node(
      String operation, List<String> inputs, String output, String attribute, float value) {
    ProtoMessage decimal =
        new ProtoMessage().text(1, attribute).decimal(2, value).number(20, ATTRIBUTE_FLOAT);
    graph.message(1, operation(operation, inputs, output).message(5, decimal));
    return this;
  }

  public GraphWriter node(String operation, List<String> inputs, String output) {
    return node(operation, inputs, output, Map.of());
  }

  /** The bytes of the model file. */
  public byte[] toBytes() {
    return new ProtoMessage()
        .number(1, IR_VERSION)
        .text(2, "rampart")
        .message(7, graph)
        .message(8, new ProtoMessage().text(1, "").number(2, OPERATOR_SET))
        .toBytes();
  }

  /** The number that a cast operation takes for a type. */
  public static Map<String, Integer> castTo(ElementType type) {
    return Map.of("to", type.code());
  }

  private static ProtoMessage operation(String operation, List<String> inputs, String output) {
    ProtoMessage node = new ProtoMessage();
    inputs.forEach(input -> node.text(1, input));
    return node.text(2, output).text(3, output).text(4, operation);
  }

  private static ByteBuffer little(byte[] raw) {
    return ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
  }

  private GraphWriter constant(String name, ElementType type, byte[] raw, int... shape) {
    ProtoMessage tensor = new ProtoMessage();
    for (int size : shape) {
      tensor.number(1, size);
    }
    graph.message(5, tensor.number(2, type.code()).text(8, name).bytes(9, raw));
    return this;
  }

  private static ProtoMessage value(String name, ElementType type, List<?> shape) {
    ProtoMessage dimensions = new ProtoMessage();
    for (Object size : shape) {
      ProtoMessage dimension = new ProtoMessage();
      dimensions.message(
          1,
          size instanceof Number n
              ? dimension.number(1, n.longValue())
              : dimension.text(2, size.toString()));
    }
    ProtoMessage tensor = new ProtoMessage().number(1, type.code()).message(2, dimensions);
    return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
  }
}
