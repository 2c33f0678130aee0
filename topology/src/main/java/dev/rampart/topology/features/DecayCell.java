package dev.rampart.topology.features;

/**
 * Mean and spread of a number with weights that halve over the window's length (weighted updates
 * after West, CACM 22(9), 1979). A late event enters with the weight that its age leaves it, and is
 * served nothing.
 */
final class DecayCell extends Cell {
  /** Below this the past has no spread that a score could be measured in. */
  static final double LEAST_VARIANCE = 1e-6;

  private long newest;
  private double weight;
  private double mean;
  private double squares;

  private double meanServed;
  private double scoreServed;
  private boolean taken;

  DecayCell(Slot slot) {
    super(slot);
  }

  /** The weighted mean with the event's number in it; NaN where there is none. */
  double mean(Observation event, double number) {
    take(event, number);
    return meanServed;
  }

  /**
   * Standard deviations between the event's number and the mean before it; NaN where the past has
   * no spread.
   */
  double score(Observation event, double number) {
    take(event, number);
    return scoreServed;
  }

  /** Fed by the first rule that asks, as the number may be another feature's value. */
  @Override
  void observe(Observation event) {
    taken = false;
  }

  private void take(Observation event, double number) {
    if (taken) {
      return;
    }
    taken = true;
    boolean inOrder = weight == 0 || event.time >= newest;
    boolean enters = matches(event) && !Double.isNaN(number);
    scoreServed = inOrder && enters ? score(number) : Double.NaN;
    if (enters) {
      enter(event.time, number);
    }
    meanServed = inOrder && weight > 0 ? mean : Double.NaN;
  }

  private double score(double number) {
    double variance = weight > 0 ? squares / weight : 0;
    return variance > LEAST_VARIANCE ? (number - mean) / Math.sqrt(variance) : Double.NaN;
  }

  private void enter(long time, double number) {
    double own = 1;
    if (weight == 0) {
      newest = time;
    } else if (time >= newest) {
      double kept = halvings(time - newest);
      weight *= kept;
      squares *= kept;
      newest = time;
    } else {
      own = halvings(newest - time);
    }
    change();
    weight += own;
    double distance = number - mean;
    mean += distance * own / weight;
    squares += own * distance * (number - mean);
  }

  private double halvings(long millis) {
    return StrictMath.pow(0.5, (double) millis / slot.spec().windowMillis());
  }

  @Override
  void clear() {
    newest = 0;
    weight = 0;
    mean = 0;
    squares = 0;
  }

  @Override
  boolean isEmpty() {
    return weight == 0;
  }

  @Override
  void write(RecordWriter out) {
    out.time(newest);
    out.fixedDouble(weight);
    out.fixedDouble(mean);
    out.fixedDouble(squares);
  }

  @Override
  void read(RecordReader in) {
    newest = in.time();
    weight = in.fixedDouble();
    mean = in.fixedDouble();
    squares = in.fixedDouble();
  }
}
