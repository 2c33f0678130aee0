package dev.rampart.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
  void shouldRunADistributionWithoutBuildingIt() throws Exception {
    installJava("openjdk version \"17.0.15\"");
    assertThat(launch(installed()).err()).startsWith("openjdk version");
  }

  @Test
  void shouldSayThatADistributionHasNoLibraries(@TempDir Path distribution) throws Exception {
    installJava("openjdk version \"17.0.15\"");
    Launch launch = launch(Files.copy(launcher(), distribution.resolve("rampart")));
    assertThat(launch.status()).isEqualTo(1);
    assertThat(launch.err()).contains("lib holds no libraries");
  }

  @Test
  void shouldRemoveWhatAKilledStartLeftAndNothingElse(@TempDir Path temporary) throws Exception {
    installJava("openjdk version \"17.0.15\"");
    long gone = new ProcessBuilder("true").start().onExit().get().pid();
    Path left = Files.createDirectories(temporary.resolve("rampart-scratch-" + gone));
    Files.createFile(left.resolve("librocksdbjni.so"));
    Path inUse = temporary.resolve("rampart-scratch-" + ProcessHandle.current().pid());
    Files.createDirectories(inUse);
    Path strange = Files.createDirectories(temporary.resolve("kafka-1"));

    Launch launch = launch(installed(), temporary);

    assertThat(launch.err()).startsWith("openjdk version");
    assertThat(left).doesNotExist();
    assertThat(inUse).exists();
    assertThat(strange).exists();
  }

  @Test
  void shouldUnpackIntoAFolderOfItsOwnAndKeepApartWhatIsToLast(@TempDir Path temporary)
      throws Exception {
    installScript("echo \"$@\" 'openjdk version \"17.0.15\"' >&2");
    assertThat(launch(installed(), temporary).err())
        .containsPattern("-Djava.io.tmpdir=" + temporary + "/rampart-scratch-\\d+ ")
        .contains("-Drampart.tmp=" + temporary + " ");
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).singleElement().asString().contains("rampart-scratch-");
    }
  }

  @Test
  void shouldStillRunWhereNothingCanBeUnpackedOfItsOwn(@TempDir Path temporary) throws Exception {
    installJava("openjdk version \"17.0.15\"");
    assertThat(launch(installed(), temporary.resolve("none")).err()).startsWith("openjdk version");
  }

  private Path installed() throws IOException {
    Path distribution = Files.createDirectories(javaHome.resolve("distribution/lib"));
    Files.createFile(distribution.resolve("ops-0.1.0.jar"));
    return Files.copy(launcher(), distribution.resolveSibling("rampart"));
  }

  private record Launch(int status, String err) {}

  private static Path launcher() {
    return Path.of(System.getProperty("rampart.root"), "rampart");
  }

  private Launch launch() throws IOException, InterruptedException {
    return launch(launcher());
  }

  private Launch launch(Path launcher) throws IOException, InterruptedException {
    return launch(launcher, javaHome);
  }

  private Launch launch(Path launcher, Path temporary) throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder("sh", launcher.toString(), "--version");
    command.environment().put("JAVA_HOME", javaHome.toString());
    command.environment().put("TMPDIR", temporary.toString());
    Process process = command.start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Launch(process.waitFor(), err);
  }

  private void installJava(String... lines) throws IOException {
    installScript("cat >&2 <<'END'\n" + String.join("\n", lines) + "\nEND");
  }

  private void installScript(String script) throws IOException {
    Path java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }
}
