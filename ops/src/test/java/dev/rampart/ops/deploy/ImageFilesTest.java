package dev.rampart.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.access.Access;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.files.Project;
import dev.rampart.ops.service.Health;
import dev.rampart.ops.service.Meters;
import dev.rampart.ops.service.OpsService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
  private static final Path DOCKER = Project.ops("deploy/docker");

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "Dockerfile.cuda"})
  void shouldMakeAnImageWithoutRootAndWithoutSecrets(String name) throws IOException {
    List<String> lines = Files.readAllLines(DOCKER.resolve(name));
    assertThat(lines).contains("USER 10001:10001", "EXPOSE 8080 8081");
    assertThat(lines).anyMatch(line -> line.startsWith("HEALTHCHECK "));
    assertThat(lines).noneMatch(line -> line.matches("(ARG|ENV) .*(PASSWORD|SECRET|TOKEN).*"));
    assertThat(lines).noneMatch(line -> line.startsWith("ADD "));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("FROM "))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.matches("FROM [a-z/-]+:\\$\\{\\w+_TAG}\\$\\{\\w+_DIGEST}.*"));
    assertThat(lines)
        .filteredOn(line -> line.matches("ARG \\w+_TAG=.*"))
        .allMatch(line -> line.matches("ARG \\w+_TAG=.*[0-9].*"));
    assertThat(DOCKER.resolve(name + ".dockerignore")).exists();
  }

  @Test
  void shouldSayWhetherTheInstanceLives() throws Exception {
    AtomicReference<Health> health = new AtomicReference<>(new Health(true, false, "REBALANCING"));
    try (Meters meters = new Meters();
        OpsService service =
            OpsService.start(
                RampartConfiguration.onPorts(0, 0),
                Access.of(),
                meters.registry(),
                health::get,
                List.of())) {
      assertThat(healthcheck(service.adminPort())).isZero();
      health.set(new Health(false, false, "ERROR"));
      assertThat(healthcheck(service.adminPort())).isNotZero();
    }
    assertThat(healthcheck(1)).isNotZero();
  }

  @Test
  void shouldRefuseToMakeADistributionOverSomething(@TempDir Path taken) throws Exception {
    Process process =
        new ProcessBuilder("sh", Project.ops("deploy/distribution.sh").toString(), taken.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("exists; name a folder that does not");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  private static int healthcheck(int port) throws IOException, InterruptedException {
    ProcessBuilder check = new ProcessBuilder("bash", DOCKER.resolve("healthcheck.sh").toString());
    check.environment().put("RAMPART_ADMIN_PORT", Integer.toString(port));
    return check.redirectErrorStream(true).start().waitFor();
  }
}
