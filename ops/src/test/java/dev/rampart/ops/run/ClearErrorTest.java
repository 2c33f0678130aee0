package dev.rampart.ops.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rampart.ops.Main;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.CommandLineRun;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong is said in one clear line a problem, with the exit code that belongs to it. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClearErrorTest {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @TempDir private static Path folder;

  private EmbeddedBroker broker;
  private ServerSocket taken;
  private int closedPort;

  @BeforeAll
  void start() throws IOException {
    broker = EmbeddedBroker.start();
    taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (ServerSocket closed = new ServerSocket(0)) {
      closedPort = closed.getLocalPort();
    }
    try (Cluster cluster = Cluster.connect(Map.of("bootstrap.servers", broker.bootstrap()))) {
      cluster.create(TopicPlan.all("rampart."), 2, (short) 1);
      cluster.create(
          List.of(new TopicPlan("moved-users-changelog", TopicPlan.Spread.FREE, false)),
          2,
          (short) 1);
    }
  }

  @AfterAll
  void stop() throws IOException {
    taken.close();
    broker.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void shouldSayWhatIsWrong(String trouble, BrokenRun run, int status, List<String> words)
      throws IOException {
    CommandLineRun ended = CommandLineRun.of(new Main(), run.commandLine(folder));
    assertThat(ended.err()).contains(words).doesNotContain("\tat ", "unexpected failure");
    assertThat(ended.err().lines()).allMatch(line -> line.matches("(rampart|Try): .+"));
    assertThat(ended.status()).isEqualTo(status);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void shouldEndTheProcessWithTheSameCodeAndSayNothingElse() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(good().bootstrap("127.0.0.1:" + closedPort).commandLine(folder)));
    Process process = new ProcessBuilder(command).start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(FAILED);
    assertThat(err.lines()).singleElement().asString().startsWith("rampart: no Kafka broker");
  }

  Stream<Arguments> shouldSayWhatIsWrong() {
    return Stream.of(cluster(), configuration(), files()).flatMap(cases -> cases);
  }

  private Stream<Arguments> cluster() {
    return Stream.of(
        arguments(
            "no broker",
            good().bootstrap("127.0.0.1:" + closedPort),
            FAILED,
            List.of("no Kafka broker answered at 127.0.0.1:" + closedPort)),
        arguments(
            "a port of something else",
            good().bootstrap("127.0.0.1:" + taken.getLocalPort()),
            FAILED,
            List.of("no Kafka broker answered at 127.0.0.1:" + taken.getLocalPort())),
        arguments(
            "missing topics",
            good().add("topics: {prefix: nowhere.}"),
            WRONG_USAGE,
            List.of("nowhere.messages: does not exist", "rampart topics create")),
        arguments(
            "state of a store that is gone",
            good().add("streams: {applicationId: moved}"),
            WRONG_USAGE,
            List.of("moved-users-changelog holds the state of a store that this build does not")),
        arguments(
            "schema registry out of reach",
            good().add("schemaRegistry: {urls: ['http://127.0.0.1:%d']}".formatted(closedPort)),
            FAILED,
            List.of("the schema registry cannot be used", "127.0.0.1:" + closedPort)),
        arguments(
            "a port that is taken",
            good().adminPort(taken.getLocalPort()),
            WRONG_USAGE,
            List.of("is taken", "127.0.0.1:" + taken.getLocalPort())));
  }

  private Stream<Arguments> configuration() {
    return Stream.of(
        arguments("no configuration", good().missing(), WRONG_USAGE, List.of("no such file")),
        arguments("a folder", good().folder(), WRONG_USAGE, List.of("cannot be read")),
        arguments("no YAML", good().add("{"), WRONG_USAGE, List.of("is no valid YAML")),
        arguments(
            "an unknown setting",
            good().add("streems: {threads: 1}"),
            WRONG_USAGE,
            List.of("streems", "streams")),
        arguments(
            "an unknown client setting",
            good().add("streams: {properties: {num.stream.threads: many}}"),
            WRONG_USAGE,
            List.of("num.stream.threads", "many")),
        arguments("an unknown option", good().option("--confg"), WRONG_USAGE, List.of("--confg")));
  }

  private Stream<Arguments> files() {
    return Stream.of(
        arguments(
            "an unknown policy field",
            good().policy("cooldown: PT10M", "cool_down: PT10M"),
            WRONG_USAGE,
            List.of("spam.yml:", "cool_down", "cooldown")),
        arguments(
            "a rule of the wrong type",
            good().policy("scores.spam.spam >= threshold.sure", "event.type >= threshold.sure"),
            WRONG_USAGE,
            List.of("spam.yml:", "found no matching overload")),
        arguments(
            "no policies",
            good().without("policies"),
            WRONG_USAGE,
            List.of("policies", "cannot be listed")),
        arguments(
            "a corrupt model",
            good().flippedBytes(),
            WRONG_USAGE,
            List.of("model.onnx", "SHA-256")),
        arguments("no models", good().without("models"), WRONG_USAGE, List.of("models")),
        arguments(
            "no catalogue",
            good().without("catalogue"),
            WRONG_USAGE,
            List.of("catalogue: no such file")),
        arguments(
            "a state folder that is a file",
            good().stateIsAFile(),
            WRONG_USAGE,
            List.of("the state folder cannot be used")));
  }

  private BrokenRun good() {
    return new BrokenRun(broker.bootstrap());
  }
}
