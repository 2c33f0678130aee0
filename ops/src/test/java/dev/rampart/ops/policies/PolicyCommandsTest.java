package dev.rampart.ops.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.Main;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.CommandLineRun;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real broker, without a pipeline. */
class PolicyCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private EmbeddedBroker broker;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start();
  }

  @AfterEach
  void stop() throws Exception {
    broker.close();
  }

  private CommandLineRun run(String author, String... arguments) {
    List<String> all = new ArrayList<>(List.of("policies"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--json", "--bootstrap", broker.bootstrap()));
    if (!author.isEmpty()) {
      all.addAll(List.of("--author", author, "--reason", "a test"));
    }
    return CommandLineRun.of(new Main(), all.toArray(String[]::new));
  }

  private JsonNode done(String author, String... arguments) throws Exception {
    CommandLineRun run = run(author, arguments);
    assertThat(run.status()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  private String draft(String text) throws Exception {
    return Files.writeString(folder.resolve("draft.yml"), text).toString();
  }

  @Test
  void shouldAskForTheTopicsThatAreNotThere() {
    CommandLineRun run = run("", "list");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("rampart.policies").contains("topics create");
  }

  @Test
  void shouldLeadAVersionFromDraftToLiveWithFourEyes() throws Exception {
    try (Cluster cluster = Cluster.connect(Map.of("bootstrap.servers", broker.bootstrap()))) {
      cluster.create(TopicPlan.all("rampart."), 1, (short) 1);
    }
    String draft = draft(Drafts.first());
    done("ada", "settings", "--four-eyes", "true");

    JsonNode shadow = done("ada", "publish", draft, "--state", "shadow");
    assertThat(shadow.get("waits_for_approval").asBoolean()).isFalse();
    JsonNode live = done("ada", "publish", draft, "--state", "live");
    assertThat(live.get("waits_for_approval").asBoolean()).isTrue();

    CommandLineRun own = run("ada", "approve", "calm");
    assertThat(own.status()).isEqualTo(1);
    assertThat(own.err()).contains("found ada, the author");
    JsonNode approved = done("bob", "approve", "calm");
    assertThat(approved.get("approver").asText()).isEqualTo("bob");
    assertThat(approved.get("waits_for_approval").asBoolean()).isFalse();
    assertThat(run("bob", "approve", "calm").err()).contains("no version waits");

    CommandLineRun changed = run("ada", "publish", draft(Drafts.first() + "\n"), "--state", "live");
    assertThat(changed.err()).contains("published with another text");
    CommandLineRun share = run("ada", "publish", draft, "--state", "canary");
    assertThat(share.err()).contains("--share: found nothing");

    done("ada", "snooze", "user:u-1", "--policy", "calm", "--for", "PT1H");
    JsonNode listed = done("", "list");
    assertThat(listed.get("versions")).hasSize(1);
    assertThat(listed.get("versions").get(0).get("state").asText()).isEqualTo("LIVE");
    assertThat(listed.get("restraints").get(0).get("entity").asText())
        .isEqualTo("user:u-1/policy:calm");
    assertThat(done("", "history", "calm"))
        .extracting(state -> state.get("state").asText())
        .containsExactly("SHADOW", "LIVE");
  }
}
