package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.Priority;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue of a lane, one line for each priority. A worker is woken only when one is idle
 * and none is on its way: while workers are busy, the queue grows and no thread is signalled.
 */
final class WaitingRoom {
  /** About as long as anybody holds the lock: parking would cost both sides more. */
  private static final int SPINS = 200;

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition drained = lock.newCondition();
  private final Map<Priority, Line> lines = new EnumMap<>(Priority.class);
  private int size;
  private int idle;
  private int blocked;
  private boolean waking;
  private boolean closed;

  WaitingRoom(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a request, blocking while the room is full; false when the room is closed. */
  boolean put(Waiting waiting) {
    enter();
    try {
      while (size >= capacity && !closed) {
        blocked++;
        drained.awaitUninterruptibly();
        blocked--;
      }
      if (closed) {
        return false;
      }
      admit(waiting);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds a request that has been admitted before, however full the room is: it never blocks, so
   * that a worker may hand on what it took. False when the room is closed.
   */
  boolean putBack(Waiting waiting) {
    enter();
    try {
      if (closed) {
        return false;
      }
      admit(waiting);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void admit(Waiting waiting) {
    lines.computeIfAbsent(waiting.request().priority(), first -> new Line()).add(waiting);
    size++;
    wakeOne();
  }

  private void enter() {
    for (int spin = 0; spin < SPINS; spin++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  private void wakeOne() {
    if (idle > 0 && !waking) {
      waking = true;
      filled.signal();
    }
  }

  /**
   * Takes what waits, up to the length of the array, and blocks only while nothing waits. Between
   * seeing that something waits and taking it, those who have a claim to this core go first: on a
   * machine with cores to spare that is nobody and takes no time; on a busy one it is those who
   * fill the room, and the batch grows instead of the number of runs.
   *
   * @return how many were taken; 0 when the room is closed and empty
   */
  int take(@Nullable Waiting[] into) throws InterruptedException {
    while (awaitFilled()) {
      giveWay();
      int taken = takeNow(into);
      if (taken > 0) {
        return taken;
      }
    }
    return 0;
  }

  /** False when the room is closed and empty; otherwise the caller is on its way to take. */
  private boolean awaitFilled() throws InterruptedException {
    enter();
    try {
      while (size == 0 && !closed) {
        idle++;
        try {
          filled.await();
        } finally {
          idle--;
          waking = false;
        }
      }
      waking = size > 0;
      return size > 0;
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // a wrong guess of the scheduler costs a smaller batch
  private static void giveWay() {
    Thread.yield();
  }

  private int takeNow(@Nullable Waiting[] into) {
    enter();
    try {
      waking = false;
      int taken = poll(into);
      if (size > 0) {
        wakeOne();
      }
      if (blocked > 0) {
        drained.signalAll();
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private int poll(@Nullable Waiting[] into) {
    int taken = 0;
    for (Line line : lines.values()) {
      taken += line.moveTo(into, taken);
    }
    size -= taken;
    return taken;
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      filled.signalAll();
      drained.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }
}
