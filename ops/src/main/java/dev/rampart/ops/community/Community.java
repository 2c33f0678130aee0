package dev.rampart.ops.community;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * The events of a made-up community, in the order of their time, made as they are asked for. The
 * stream follows a daily rhythm: half as busy again in the evening, half as busy at night.
 *
 * <p>Confined to one thread.
 */
public final class Community implements Iterator<CommunityEvent> {
  private static final double RHYTHM = 0.5;

  private final CommunitySettings settings;
  private final SplittableRandom random;
  private final Scene scene;
  private final Plot plot;
  private final EventIds ids;
  private final GroundTruth truth;
  private final double spanMillis;
  private final double days;
  private int index;

  public Community(CommunitySettings settings) {
    Duration span = settings.span();
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed());
    this.spanMillis = span.toMillis();
    this.days = Math.max(1, span.toDays());
    this.ids = new EventIds(settings.seed());
    this.truth = new GroundTruth(ids, settings.events());
    long start = settings.end().minus(span).toEpochMilli();
    this.scene = new Scene(new Population(settings.accounts(), start, random.split()), random);
    this.plot = new Plot(settings.events(), random.split());
  }

  /** What the events made so far really are. */
  public GroundTruth truth() {
    return truth;
  }

  @Override
  public boolean hasNext() {
    return index < settings.events();
  }

  @Override
  public CommunityEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    scene.advance(timeAt(index), ids.at(index));
    CommunityEvent event = plot.next(index, scene);
    truth.record(index, event.truth());
    index++;
    return event;
  }

  private long timeAt(int place) {
    double share = (place + random.nextDouble()) / settings.events();
    double wave = 2 * Math.PI * days;
    double warped = share - RHYTHM * Math.sin(wave * share) / wave;
    return settings.end().toEpochMilli() - (long) Math.ceil(spanMillis * (1 - warped));
  }
}
