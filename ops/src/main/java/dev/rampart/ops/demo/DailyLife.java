package dev.rampart.ops.demo;

import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The community after the events that the demo counts: about ten events a second, each when the
 * clock reaches its time. Policies are chosen by event time, so this is what a version that is
 * published from now on decides.
 */
final class DailyLife implements AutoCloseable {
  private static final int EVENTS = 36_000;

  private final Map<String, Object> client;
  private final Topics topics;
  private final SchemaRegistry registry;
  private final Thread thread;
  private final CountDownLatch over = new CountDownLatch(1);

  private DailyLife(Map<String, Object> client, Topics topics, SchemaRegistry registry, long seed) {
    this.client = client;
    this.topics = topics;
    this.registry = registry;
    this.thread = new Thread(() -> live(seed), "rampart-demo-life");
  }

  /**
   * Begins.
   *
   * @param seed chooses the community; none of its event ids is one of another seed
   */
  static DailyLife start(
      Map<String, Object> client, Topics topics, SchemaRegistry registry, long seed) {
    DailyLife life = new DailyLife(client, topics, registry, seed);
    life.thread.setDaemon(true);
    life.thread.start();
    return life;
  }

  private void live(long firstSeed) {
    try (CommunityProducer producer =
        new CommunityProducer(client, topics.messages().name(), topics.users().name(), registry)) {
      for (long seed = firstSeed; goesOn(); seed++) {
        producer.write(new OnTime(new Community(hourFromNow(seed))), written -> {});
      }
    }
  }

  private boolean goesOn() {
    return over.getCount() > 0;
  }

  private static CommunitySettings hourFromNow(long seed) {
    Duration span = new CommunitySettings(seed, EVENTS, Instant.EPOCH).span();
    return new CommunitySettings(seed, EVENTS, Instant.now().plus(span));
  }

  @Override
  public void close() throws InterruptedException {
    over.countDown();
    thread.join();
  }

  /** Hands each event on when it happens, and one more at once when the end has come. */
  private final class OnTime implements Iterator<CommunityEvent> {
    private final Community community;

    private OnTime(Community community) {
      this.community = community;
    }

    @Override
    public boolean hasNext() {
      return goesOn() && community.hasNext();
    }

    @Override
    public CommunityEvent next() {
      CommunityEvent event = community.next();
      try {
        var unused = over.await(event.time() - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return event;
    }
  }
}
