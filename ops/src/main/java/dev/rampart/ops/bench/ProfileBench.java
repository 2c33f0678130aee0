package dev.rampart.ops.bench;

import dev.rampart.ops.bench.profile.Profiler;
import dev.rampart.ops.bench.profile.StageTable;
import dev.rampart.ops.pipeline.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The pipeline alone, with a profiler beside it from the first round on. */
final class ProfileBench {
  private final BenchPlan plan;
  private final Optional<Path> flame;
  private final Consumer<String> notes;

  /**
   * @param plan of the pipeline alone
   * @param flame file for a flame graph
   * @param notes told what is going on
   */
  ProfileBench(BenchPlan plan, Optional<Path> flame, Consumer<String> notes) {
    this.plan = plan;
    this.flame = flame;
    this.notes = notes;
  }

  StageTable run() throws IOException, InterruptedException {
    Profiler profiler = Profiler.load();
    BenchTable table = new PipelineBench(plan, Sources.shipped(), notes, profiler::start).run();
    String collapsed = profiler.stop();
    flame.ifPresent(file -> profiler.draw(file, "Rampart: processor time of the whole process"));
    BenchTable.Row side = table.sides().get(0);
    return StageTable.of(table.machine(), side.eventsPerSecond(), side.coreMicros(), collapsed);
  }
}
