package dev.rampart.ops.bench.service;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** Ask at a steady pace, each kind of call in a thread of its own, and keep the times. */
final class Callers {
  private final Questions questions;
  private final Map<Kind, List<long[]>> rounds = new EnumMap<>(Kind.class);

  Callers(Questions questions) {
    this.questions = questions;
  }

  /** What is asked. */
  private enum Kind {
    LOCAL("point query, the asked instance owns the key", 20, 5),
    REMOTE("point query, one hop to the other instance", 20, 15),
    FIRST_PAGE("first page of the console, its calls in turn", 500, 1000),
    EVENT("POST /v1/events until its decision is committed", 100, 80);

    private final String text;
    private final long everyMillis;
    private final double aimMs;

    Kind(String text, long everyMillis, double aimMs) {
      this.text = text;
      this.everyMillis = everyMillis;
      this.aimMs = aimMs;
    }
  }

  /**
   * Asks for a while.
   *
   * @param kept whether the times count
   */
  void run(Duration time, boolean kept) {
    Map<Kind, CompletableFuture<long[]>> asking = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      asking.put(kind, CompletableFuture.supplyAsync(() -> ask(kind, time), Callers::inThread));
    }
    asking.forEach(
        (kind, nanos) -> {
          long[] round = nanos.join();
          if (kept) {
            rounds.computeIfAbsent(kind, first -> new ArrayList<>()).add(round);
          }
        });
  }

  private static void inThread(Runnable work) {
    Thread thread = new Thread(work, "rampart-caller");
    thread.setDaemon(true);
    thread.start();
  }

  private long[] ask(Kind kind, Duration time) {
    LongStream.Builder nanos = LongStream.builder();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    try {
      for (int number = 0; System.nanoTime() < end; number++) {
        nanos.add(ask(kind, number));
        long next = start + (number + 1L) * (kind.everyMillis * 1_000_000L);
        Thread.sleep(Math.max(0, next - System.nanoTime()) / 1_000_000);
      }
      return nanos.build().toArray();
    } catch (IOException refused) {
      throw new IllegalStateException(kind + ": no answer", refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private long ask(Kind kind, int number) throws IOException {
    return switch (kind) {
      case LOCAL -> questions.local(number);
      case REMOTE -> questions.remote(number);
      case FIRST_PAGE -> questions.firstPage();
      case EVENT -> questions.event();
    };
  }

  List<Latency> latencies() {
    return rounds.entrySet().stream()
        .map(each -> Latency.of(each.getKey().text, each.getValue(), each.getKey().aimMs))
        .toList();
  }
}
