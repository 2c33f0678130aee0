package dev.rampart.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
  @TempDir private Path javaHome;

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_402", "11.0.22", "16-ea"})
  void shouldRefuseAnOldJava(String version) throws Exception {
    installJava("Picked up JAVA_TOOL_OPTIONS: -Dx=1", "openjdk version \"" + version + "\"");
    Launch launch = launch();
    assertThat(launch.status()).isEqualTo(2);
    assertThat(launch.err().lines())
        .singleElement()
        .asString()
        .startsWith("rampart: Java 17 or newer is needed, found version " + version);
  }

  @Test
  void shouldRefuseToGoOnWithoutAJava() throws Exception {
    Launch launch = launch();
    assertThat(launch.status()).isEqualTo(2);
    assertThat(launch.err()).startsWith("rampart: Java 17 or newer is needed, found none");
  }

  @Test
  void shouldRefuseAJavaThatDoesNotSayItsVersion() throws Exception {
    installJava("hello", "");
    assertThat(launch().err()).contains("found an unknown version");
  }

  @Test
  void shouldRunADistributionWithoutBuildingIt(@TempDir Path distribution) throws Exception {
    installJava("openjdk version \"17.0.15\"");
    Path launcher = Files.copy(launcher(), distribution.resolve("rampart"));
    Files.createDirectories(distribution.resolve("lib"));
    Files.createFile(distribution.resolve("lib/ops-0.1.0.jar"));
    assertThat(launch(launcher).err()).startsWith("openjdk version");
  }

  @Test
  void shouldSayThatADistributionHasNoLibraries(@TempDir Path distribution) throws Exception {
    installJava("openjdk version \"17.0.15\"");
    Launch launch = launch(Files.copy(launcher(), distribution.resolve("rampart")));
    assertThat(launch.status()).isEqualTo(1);
    assertThat(launch.err()).contains("lib holds no libraries");
  }

  private record Launch(int status, String err) {}

  private static Path launcher() {
    return Path.of(System.getProperty("rampart.root"), "rampart");
  }

  private Launch launch() throws IOException, InterruptedException {
    return launch(launcher());
  }

  private Launch launch(Path launcher) throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder("sh", launcher.toString(), "--version");
    command.environment().put("JAVA_HOME", javaHome.toString());
    Process process = command.start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Launch(process.waitFor(), err);
  }

  private void installJava(String... lines) throws IOException {
    Path java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\ncat >&2 <<'END'\n" + String.join("\n", lines) + "\nEND\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }
}
