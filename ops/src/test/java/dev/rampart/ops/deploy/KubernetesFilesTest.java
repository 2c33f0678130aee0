package dev.rampart.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.access.Access;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.files.Project;
import dev.rampart.ops.service.Health;
import dev.rampart.ops.service.Meters;
import dev.rampart.ops.service.OpsService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class KubernetesFilesTest {
  private static final Path KUBERNETES = Project.ops("deploy/kubernetes");
  private static final Path BASE = KUBERNETES.resolve("base");

  @Test
  void shouldNameOnlyFilesThatAreThere() throws IOException {
    for (String folder : List.of("base", "overlays/gpu", "components/service-monitor")) {
      Path at = KUBERNETES.resolve(folder);
      JsonNode file = Project.yaml(at.resolve("kustomization.yaml"));
      assertThat(texts(file.path("resources")))
          .allSatisfy(name -> assertThat(at.resolve(name)).exists());
      assertThat(children(file.path("patches")).map(patch -> patch.get("path").asText()))
          .allSatisfy(name -> assertThat(at.resolve(name)).exists());
      assertThat(texts(file.at("/configMapGenerator/0/files")))
          .allSatisfy(name -> assertThat(at.resolve(name)).exists());
    }
  }

  @Test
  void shouldMountAConfigurationThatTheProgramReads() throws Exception {
    DeployedConfiguration deployed = DeployedConfiguration.read(BASE.resolve("rampart.yml"));
    RampartConfiguration configuration = deployed.configuration();
    assertThat(configuration.streams().standbyReplicas()).isEqualTo(1);
    assertThat(configuration.streams().groupProtocol()).isEqualTo("classic");
    assertThat(configuration.streams().properties()).containsKey("group.instance.id");
    assertThat(deployed.isOpen()).isTrue();
    assertThat(configuration.isEncrypted()).isTrue();
    assertThat(deployed.variables())
        .isSubsetOf(
            children(container().path("env")).map(each -> each.get("name").asText()).toList());
  }

  @Test
  void shouldKeepTheStateOnAVolumeOfTheInstance() throws Exception {
    Path state =
        DeployedConfiguration.read(BASE.resolve("rampart.yml")).configuration().files().state();
    JsonNode claim = statefulSet().at("/spec/volumeClaimTemplates/0/metadata/name");
    JsonNode mount = child(container().path("volumeMounts"), "name", claim.asText());
    assertThat(state).startsWithRaw(Path.of(mount.get("mountPath").asText()));
  }

  @Test
  void shouldMountOnlyWhatIsDefined() throws IOException {
    List<String> defined =
        Stream.concat(
                children(statefulSet().at("/spec/template/spec/volumes"))
                    .map(each -> each.get("name")),
                Stream.of(statefulSet().at("/spec/volumeClaimTemplates/0/metadata/name")))
            .map(JsonNode::asText)
            .toList();
    assertThat(children(container().path("volumeMounts")).map(each -> each.get("name").asText()))
        .containsExactlyInAnyOrderElementsOf(defined);
  }

  @Test
  void shouldStartAndStopAllAtOnceUnderTheNamesOfTheHeadlessService() throws Exception {
    assertThat(statefulSet().at("/spec/podManagementPolicy").asText()).isEqualTo("Parallel");
    JsonNode headless =
        services().stream()
            .filter(each -> each.at("/spec/clusterIP").asText().equals("None"))
            .findFirst()
            .orElseThrow();
    assertThat(statefulSet().at("/spec/serviceName").asText())
        .isEqualTo(headless.at("/metadata/name").asText());
    assertThat(
            DeployedConfiguration.read(BASE.resolve("rampart.yml"))
                .configuration()
                .streams()
                .advertised())
        .hasValueSatisfying(
            address ->
                assertThat(address).contains("." + headless.at("/metadata/name").asText() + ":"));
  }

  @Test
  void shouldNameThePortsThatTheProgramListensOn() throws Exception {
    DeployedConfiguration deployed = DeployedConfiguration.read(BASE.resolve("rampart.yml"));
    assertThat(port("service")).isEqualTo(deployed.servicePort());
    assertThat(port("admin")).isEqualTo(deployed.adminPort());
    for (JsonNode service : services()) {
      for (JsonNode port : service.at("/spec/ports")) {
        assertThat(port(port.get("targetPort").asText())).isEqualTo(port.get("port").asInt());
      }
    }
    for (JsonNode rule : networkPolicy().at("/spec/ingress")) {
      for (JsonNode port : rule.get("ports")) {
        assertThat(port(port.get("port").asText())).isPositive();
      }
    }
  }

  @Test
  void shouldProbePathsThatTheServiceAnswers() throws Exception {
    try (Meters meters = new Meters();
        OpsService service =
            OpsService.start(
                RampartConfiguration.onPorts(0, 0),
                Access.of(),
                meters.registry(),
                () -> new Health(true, true, "RUNNING"),
                List.of())) {
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        JsonNode asked = container().path(probe).path("httpGet");
        assertThat(asked.get("port").asText()).isEqualTo("admin");
        assertThat(status(service.adminPort(), asked.get("path").asText())).isEqualTo(200);
      }
    }
    assertThat(container().at("/livenessProbe/httpGet/path").asText()).isEqualTo("/livez");
    assertThat(container().at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
  }

  @Test
  void shouldRunWithoutRights() throws IOException {
    assertThat(statefulSet().at("/spec/template/spec/securityContext/runAsNonRoot").asBoolean())
        .isTrue();
    JsonNode rights = container().path("securityContext");
    assertThat(rights.get("allowPrivilegeEscalation").asBoolean()).isFalse();
    assertThat(rights.get("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(texts(rights.at("/capabilities/drop"))).containsExactly("ALL");
    assertThat(statefulSet().at("/spec/template/spec/automountServiceAccountToken").asBoolean())
        .isFalse();
  }

  @Test
  void shouldTakeSecretsByReferenceOnly() throws IOException {
    assertThat(children(container().path("env")))
        .filteredOn(each -> each.get("name").asText().matches(".*(PASSWORD|USER|TOKEN|SECRET).*"))
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(each.at("/valueFrom/secretKeyRef/name").asText()).isNotEmpty());
  }

  @Test
  void shouldLetOneInstanceGoAtATime() throws IOException {
    JsonNode budget = Project.yaml(BASE.resolve("disruption-budget.yaml")).get("spec");
    assertThat(budget.get("maxUnavailable").asInt()).isEqualTo(1);
    assertThat(budget.at("/selector/matchLabels"))
        .isEqualTo(statefulSet().at("/spec/template/metadata/labels"));
  }

  @Test
  void shouldGiveTheContainerMoreMemoryThanHeapAndStores() throws Exception {
    long stores =
        DeployedConfiguration.read(BASE.resolve("rampart.yml"))
            .configuration()
            .streams()
            .stateMemoryBytes();
    assertThat(child(container().path("env"), "name", "RAMPART_JAVA_OPTS").get("value").asText())
        .isEqualTo("-Xmx2g");
    assertThat(container().at("/resources/limits/memory").asText()).isEqualTo("4Gi");
    assertThat((2L << 30) + stores).isLessThan(3L << 30);
  }

  private static JsonNode statefulSet() throws IOException {
    return Project.yaml(BASE.resolve("stateful-set.yaml"));
  }

  private static JsonNode container() throws IOException {
    return statefulSet().at("/spec/template/spec/containers/0");
  }

  private static List<JsonNode> services() throws IOException {
    return Project.documents(BASE.resolve("services.yaml"));
  }

  private static JsonNode networkPolicy() throws IOException {
    return Project.yaml(BASE.resolve("network-policy.yaml"));
  }

  private static int port(String name) throws IOException {
    return child(container().path("ports"), "name", name).get("containerPort").asInt();
  }

  private static JsonNode child(JsonNode list, String field, String value) {
    return children(list)
        .filter(each -> each.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + field + " " + value + " in " + list));
  }

  private static Stream<JsonNode> children(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static int status(int port, String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
