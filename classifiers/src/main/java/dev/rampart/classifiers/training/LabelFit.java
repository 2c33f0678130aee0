package dev.rampart.classifiers.training;

/**
 * The line from a logit to a calibrated logit: Platt scaling with his smoothed targets (Platt
 * 1999), fitted by Newton's method.
 *
 * @param slope kept from 0.05 to 10, also where the examples are told apart without an error
 * @param offset added to it
 */
record LabelFit(double slope, double offset) {
  private static final int STEPS = 50;
  private static final double FLATTEST = 0.05;
  private static final double STEEPEST = 10;
  private static final double DAMPING = 1e-6;

  double probability(double logit) {
    return 1 / (1 + Math.exp(-(slope * logit + offset)));
  }

  static LabelFit of(double[] logits, boolean[] truth) {
    long positives = 0;
    for (boolean positive : truth) {
      positives += positive ? 1 : 0;
    }
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1.0 / (truth.length - positives + 2.0);
    LabelFit fit = new LabelFit(1, 0);
    for (int step = 0; step < STEPS; step++) {
      fit = fit.step(logits, truth, high, low);
    }
    return fit;
  }

  private LabelFit step(double[] logits, boolean[] truth, double high, double low) {
    double gradientSlope = 0;
    double gradientOffset = 0;
    double curveSlope = DAMPING;
    double curveBoth = 0;
    double curveOffset = DAMPING;
    for (int i = 0; i < logits.length; i++) {
      double p = probability(logits[i]);
      double error = p - (truth[i] ? high : low);
      double curve = p * (1 - p);
      gradientSlope += error * logits[i];
      gradientOffset += error;
      curveSlope += curve * logits[i] * logits[i];
      curveBoth += curve * logits[i];
      curveOffset += curve;
    }
    double determinant = curveSlope * curveOffset - curveBoth * curveBoth;
    double stepSlope = (curveOffset * gradientSlope - curveBoth * gradientOffset) / determinant;
    double stepOffset = (curveSlope * gradientOffset - curveBoth * gradientSlope) / determinant;
    return new LabelFit(
        Math.min(STEEPEST, Math.max(FLATTEST, slope - stepSlope)), offset - stepOffset);
  }
}
