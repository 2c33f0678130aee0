package dev.rampart.topology.commit;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a commit from passing an unfinished record. A store without content: Kafka Streams flushes
 * the caches of all stores at the head of every commit, before it collects the offsets (ordinary
 * commit, revocation, clean close), and this one's "cache" is the records in flight.
 *
 * <p>The only class that touches internal types of Kafka Streams (4.3.1: {@code
 * StreamTask.prepareCommit} → {@code ProcessorStateManager.flushCache}). {@code CommitBarrierTest}
 * fails when a newer version stops calling it.
 *
 * <p>Rules of use: no cached store downstream of the barrier's node, and the drain must be
 * idempotent and bounded in time. Confined to the stream thread of its task.
 */
public class CommitBarrier implements StateStore, CachedStateStore<Object, Object> {
  /** What the owner finishes before a commit. */
  public interface Drain {
    /** Finishes and forwards everything; called on the stream thread, also when nothing waits. */
    void finishAll();
  }

  /** Where a record came from, so that its result is forwarded under the right input. */
  public static final class Place {
    private final ProcessorRecordContext context;

    private Place(ProcessorRecordContext context) {
      this.context = context;
    }
  }

  private final String name;
  private boolean open;
  private @Nullable Owner owner;

  /**
   * @param name name of the store
   */
  protected CommitBarrier(String name) {
    this.name = name;
  }

  /** The processor whose records wait, and its node. */
  private record Owner(
      InternalProcessorContext<?, ?> context, ProcessorNode<?, ?, ?, ?> node, Drain drain) {}

  /** Builder to register the barrier with the topology: not cached, not logged. */
  public static StoreBuilder<CommitBarrier> builder(String name) {
    return new Builder(name);
  }

  /** Called from the owner's {@code init}: from now on every commit waits for the drain. */
  public void protect(ProcessorContext<?, ?> context, Drain drain) {
    InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) context;
    owner = new Owner(internal, internal.currentNode(), drain);
  }

  /** Called from the owner's {@code close}. */
  public void release() {
    owner = null;
  }

  /** The place of the record that the owner is processing. */
  public Place place() {
    return new Place(owned().context().recordContext());
  }

  /** Lets the owner forward the result of a record as if that record were being processed. */
  public void at(Place place, Runnable forwarding) {
    InternalProcessorContext<?, ?> context = owned().context();
    ProcessorRecordContext before = context.recordContext();
    context.setRecordContext(place.context);
    try {
      forwarding.run();
    } finally {
      context.setRecordContext(before);
    }
  }

  @Override
  public void flushCache() {
    Owner current = owner;
    if (current == null) {
      return;
    }
    ProcessorNode<?, ?, ?, ?> before = current.context().currentNode();
    current.context().setCurrentNode(current.node());
    try {
      current.drain().finishAll();
    } finally {
      current.context().setCurrentNode(before);
    }
  }

  private Owner owned() {
    Owner current = owner;
    if (current == null) {
      throw new IllegalStateException("the barrier " + name + " protects nothing yet");
    }
    return current;
  }

  @Override
  public void clearCache() {
    // Unfinished records belong to the owner, which forgets them in its own close.
  }

  @Override
  public boolean setFlushListener(
      CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
    return false;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    context.register(root, (key, value) -> {});
    open = true;
  }

  @Override
  public void close() {
    open = false;
    owner = null;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private record Builder(String name) implements StoreBuilder<CommitBarrier> {
    @Override
    public StoreBuilder<CommitBarrier> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<CommitBarrier> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<CommitBarrier> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException("a commit barrier has no content to log");
    }

    @Override
    public StoreBuilder<CommitBarrier> withLoggingDisabled() {
      return this;
    }

    @Override
    public CommitBarrier build() {
      return new CommitBarrier(name);
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
