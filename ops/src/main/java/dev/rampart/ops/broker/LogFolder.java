package dev.rampart.ops.broker;

import dev.rampart.ops.files.TemporaryFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.metadata.storage.Formatter;

/** The folder that a broker keeps its log in: made, formatted and removed. */
final class LogFolder {
  private LogFolder() {}

  static Path create() throws IOException {
    return Files.createTempDirectory("rampart-kafka-");
  }

  static void format(BrokerSettings settings) throws Exception {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    new Formatter()
        .setPrintStream(silent)
        .setClusterId(settings.clusterId())
        .setNodeId(settings.self().id())
        .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
        .setMetadataLogDirectory(settings.data().toString())
        .addDirectory(settings.data().toString())
        .run();
  }

  /** Removes the folder and all in it; a file that the broker removes meanwhile is no error. */
  static void remove(Path folder) throws IOException {
    new TemporaryFolder(folder).close();
  }
}
