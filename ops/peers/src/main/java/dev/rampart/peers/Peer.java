package dev.rampart.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of those that are compared, in a process of its own with 1 GiB of heap and two threads. */
enum Peer {
  NAIVE("Kafka Streams, naive", "naive"),
  RAMPART("Rampart", "rampart"),
  FLINK_100("Flink, checkpoints every 100 ms", "100"),
  FLINK_1000("Flink, checkpoints every 1,000 ms", "1000");

  static final int THREADS = 2;

  final String title;
  private final String how;

  Peer(String title, String how) {
    this.title = title;
    this.how = how;
  }

  /** Starts it, on what it left in the folder. */
  Process start(Path folder, String bootstrap) throws IOException {
    Files.createDirectories(folder);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseG1GC",
                "-Drampart.home=" + System.getProperty("rampart.home"),
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                classPath()));
    command.addAll(isFlink() ? flink(folder, bootstrap) : streams(folder, bootstrap));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("ORT_DISABLE_TELEMETRY", "1");
    return process
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("peer.log").toFile()))
        .start();
  }

  /** Flink's own Kafka client stands before ours: its connector is made for it. */
  private String classPath() {
    String all = System.getProperty("java.class.path");
    return isFlink() ? System.getProperty("peers.flink") + File.pathSeparator + all : all;
  }

  private boolean isFlink() {
    return this == FLINK_100 || this == FLINK_1000;
  }

  private List<String> flink(Path folder, String bootstrap) {
    return List.of(
        FlinkJob.class.getName(),
        bootstrap,
        folder.resolve("checkpoints").toString(),
        how,
        Integer.toString(THREADS));
  }

  private List<String> streams(Path folder, String bootstrap) {
    return List.of(
        StreamsPeer.class.getName(),
        bootstrap,
        folder.resolve("state").toString(),
        "peer-" + how,
        how,
        Integer.toString(THREADS));
  }
}
