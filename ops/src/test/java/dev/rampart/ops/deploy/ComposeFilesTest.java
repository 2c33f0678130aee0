package dev.rampart.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.files.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeFilesTest {
  private static final Path DOCKER = Project.ops("deploy/docker");
  private static final Path DASHBOARDS = Path.of("/var/lib/grafana/dashboards");

  @Test
  void shouldMountOnlyFilesThatAreThere() throws IOException {
    assertThat(mounts()).isNotEmpty();
    assertThat(mounts()).allSatisfy(mount -> assertThat(DOCKER.resolve(mount)).exists());
  }

  @Test
  void shouldMountAConfigurationThatTheProgramReads() throws Exception {
    DeployedConfiguration deployed = DeployedConfiguration.read(DOCKER.resolve("rampart.yml"));
    assertThat(deployed.isOpen()).isTrue();
    assertThat(deployed.variables())
        .allSatisfy(
            variable -> assertThat(compose()).contains(variable + ": ${" + variable + ":?"));
    assertThat(deployed.configuration().kafka().bootstrap()).isEqualTo("kafka:9092");
    assertThat(deployed.configuration().schemaRegistry().server()).isPresent();
    assertThat(deployed.configuration().files().state()).startsWithRaw(Path.of("/var/lib/rampart"));
  }

  @Test
  void shouldPublishOnLoopbackOnly() throws Exception {
    DeployedConfiguration deployed = DeployedConfiguration.read(DOCKER.resolve("rampart.yml"));
    List<String> published = new ArrayList<>();
    services()
        .forEach(service -> service.path("ports").forEach(port -> published.add(port.asText())));
    assertThat(published).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    assertThat(published)
        .contains(
            "127.0.0.1:%1$d:%1$d".formatted(deployed.servicePort()),
            "127.0.0.1:%1$d:%1$d".formatted(deployed.adminPort()));
  }

  @Test
  void shouldHaveNoPasswordOfItsOwn() throws IOException {
    for (JsonNode service : services()) {
      for (Map.Entry<String, JsonNode> variable : service.path("environment").properties()) {
        if (variable.getKey().matches(".*(PASSWORD|SECRET|TOKEN).*")) {
          assertThat(variable.getValue().asText()).matches("\\$\\{[A-Z0-9_]+:\\?.+}");
        }
      }
    }
  }

  @Test
  void shouldTakeRightsFromEveryService() throws IOException {
    assertThat(services())
        .allSatisfy(service -> assertThat(service.path("<<").toString()).contains("hardened"));
    assertThat(compose())
        .contains("x-hardened: &hardened", "cap_drop: [ALL]", "no-new-privileges:true");
  }

  @Test
  void shouldScrapeThePortOfTheMetrics() throws Exception {
    int admin = DeployedConfiguration.read(DOCKER.resolve("rampart.yml")).adminPort();
    JsonNode prometheus = Project.yaml(DOCKER.resolve("prometheus.yml"));
    assertThat(prometheus.at("/scrape_configs/0/job_name").asText()).isEqualTo("rampart");
    assertThat(prometheus.at("/scrape_configs/0/static_configs/0/targets/0").asText())
        .isEqualTo("rampart:" + admin);
    assertThat(prometheus.at("/rule_files/0").asText()).isEqualTo("/etc/prometheus/rules.yml");
    assertThat(compose()).contains("../../prometheus/rules.yml:/etc/prometheus/rules.yml:ro");
  }

  @Test
  void shouldProvideGrafanaWithEveryDashboard() throws IOException {
    JsonNode provider = Project.yaml(DOCKER.resolve("grafana/dashboards/rampart.yml"));
    assertThat(Path.of(provider.at("/providers/0/options/path").asText())).isEqualTo(DASHBOARDS);
    assertThat(compose()).contains("../../grafana:" + DASHBOARDS + ":ro");
    assertThat(Project.files(Project.ops("grafana"), ".json"))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("models.json", "overview.json", "policies.json", "state.json");
  }

  @Test
  void shouldRunTheVersionsThatTheBuildTests() throws IOException {
    String pom = Files.readString(Project.ops("../pom.xml"));
    assertThat(compose())
        .contains("apache/kafka:" + property(pom, "kafka.version"))
        .contains("apicurio/apicurio-registry:" + property(pom, "apicurio.version"));
  }

  private static String property(String pom, String name) {
    Matcher found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Set<Path> mounts() throws IOException {
    Set<Path> mounts = new TreeSet<>();
    for (JsonNode service : services()) {
      for (JsonNode volume : service.path("volumes")) {
        String source = volume.asText().split(":", 2)[0];
        if (source.startsWith(".")) {
          mounts.add(Path.of(source));
        }
      }
    }
    return mounts;
  }

  private static List<JsonNode> services() throws IOException {
    List<JsonNode> services = new ArrayList<>();
    Project.yaml(DOCKER.resolve("docker-compose.yml")).get("services").forEach(services::add);
    return services;
  }

  private static String compose() throws IOException {
    return Files.readString(DOCKER.resolve("docker-compose.yml"));
  }
}
