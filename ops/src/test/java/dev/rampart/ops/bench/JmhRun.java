package dev.rampart.ops.bench;

import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How a benchmark of JMH is run from the build. */
public final class JmhRun {
  private JmhRun() {}

  /**
   * Options that run one benchmark, which finds the files of the project as a test does.
   *
   * @param result name of the file under {@code ops/target} that the result is written to
   * @param jvm more options of its virtual machine
   */
  public static ChainedOptionsBuilder of(Class<?> benchmark, String result, String... jvm) {
    String root = "-Drampart.root=" + System.getProperty("rampart.root");
    return new OptionsBuilder()
        .include(benchmark.getName())
        .jvmArgsAppend(Stream.concat(Stream.of(root), Stream.of(jvm)).toArray(String[]::new))
        .output("target/" + result);
  }
}
