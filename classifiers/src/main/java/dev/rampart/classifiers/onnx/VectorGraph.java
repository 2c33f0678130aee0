package dev.rampart.classifiers.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The graph of a small network over raw feature values: {@code sigmoid(relu(x W1 + b1) W2 + b2)},
 * where x is for each feature {@code sign(v) log(1 + |v|)}, centred, scaled and cut to a range, and
 * beside it 1 where the value is NaN, which counts as the mean. The graph prepares the values
 * itself, so that training and serving cannot differ.
 *
 * @param centres of the logarithms, one a feature
 * @param scales by which the centred logarithms are multiplied
 * @param hidden W1, 2 × features rows of as many columns as hidden units
 * @param hiddenBias b1
 * @param output W2, one weight a hidden unit
 * @param outputBias b2
 */
@SuppressWarnings("ArrayRecordComponent") // written out as they are
public record VectorGraph(
    float[] centres,
    float[] scales,
    float[] hidden,
    float[] hiddenBias,
    float[] output,
    float outputBias) {
  /** Prepared values are cut to plus and minus this. */
  public static final float RANGE = 5;

  /** The bytes of the model file: input {@code features}, output {@code scores}. */
  public byte[] bytes() {
    int features = centres.length;
    int units = hiddenBias.length;
    float[] nothing = new float[features];
    float[] ones = new float[features];
    Arrays.fill(ones, 1f);
    return new GraphWriter("vector")
        .input("features", ElementType.FLOAT, List.of("batch", features))
        .floats("nothing", nothing, features)
        .floats("ones", ones, features)
        .floats("centres", centres, features)
        .floats("scales", scales, features)
        .floats("low", new float[] {-RANGE})
        .floats("high", new float[] {RANGE})
        .floats("w1", hidden, 2 * features, units)
        .floats("b1", hiddenBias, units)
        .floats("w2", output, units, 1)
        .floats("b2", new float[] {outputBias}, 1)
        .node("IsNaN", List.of("features"), "absent")
        .node("Where", List.of("absent", "nothing", "features"), "present")
        .node("Sign", List.of("present"), "signs")
        .node("Abs", List.of("present"), "sizes")
        .node("Add", List.of("sizes", "ones"), "shifted")
        .node("Log", List.of("shifted"), "logs")
        .node("Mul", List.of("signs", "logs"), "signed")
        .node("Sub", List.of("signed", "centres"), "centred")
        .node("Mul", List.of("centred", "scales"), "scaled")
        .node("Clip", List.of("scaled", "low", "high"), "cut")
        .node("Where", List.of("absent", "nothing", "cut"), "values")
        .node("Cast", List.of("absent"), "marks", GraphWriter.castTo(ElementType.FLOAT))
        .node("Concat", List.of("values", "marks"), "prepared", Map.of("axis", 1))
        .node("MatMul", List.of("prepared", "w1"), "h1")
        .node("Add", List.of("h1", "b1"), "h2")
        .node("Relu", List.of("h2"), "h3")
        .node("MatMul", List.of("h3", "w2"), "o1")
        .node("Add", List.of("o1", "b2"), "logits")
        .node("Sigmoid", List.of("logits"), "scores")
        .output("scores", ElementType.FLOAT, List.of("batch", 1))
        .toBytes();
  }

  /** The values as the first layer reads them. */
  public float[] prepared(float[] features) {
    int count = features.length;
    float[] prepared = new float[2 * count];
    for (int f = 0; f < count; f++) {
      float value = features[f];
      if (Float.isNaN(value)) {
        prepared[count + f] = 1;
      } else {
        double log = Math.signum(value) * Math.log1p(Math.abs(value));
        prepared[f] = (float) Math.max(-RANGE, Math.min(RANGE, (log - centres[f]) * scales[f]));
      }
    }
    return prepared;
  }

  /** What the graph puts through the sigmoid. */
  public double logit(float[] features) {
    float[] prepared = prepared(features);
    int units = hiddenBias.length;
    double sum = outputBias;
    for (int unit = 0; unit < units; unit++) {
      double activation = hiddenBias[unit];
      for (int i = 0; i < prepared.length; i++) {
        activation += prepared[i] * hidden[i * units + unit];
      }
      sum += Math.max(0, activation) * output[unit];
    }
    return sum;
  }
}
