package dev.rampart.ops.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import dev.rampart.topology.topics.Nodes;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TopologyCommandTest {
  private static final String[] NODES = {
    Nodes.MESSAGES,
    Nodes.USERS,
    Nodes.FEEDBACK,
    Nodes.FINDINGS,
    Nodes.SIGHTINGS,
    Nodes.SIGHTED,
    Nodes.ENTITIES,
    Nodes.CONTROL,
    Nodes.FOUND,
    Nodes.INGEST,
    Nodes.ENRICH,
    Nodes.CLASSIFY,
    Nodes.DECIDE,
    Nodes.LEDGER,
    Nodes.DECISIONS,
    Nodes.MESSAGE_ACTIONS,
    Nodes.USER_ACTIONS,
    Nodes.REVIEW,
    Nodes.DEAD_LETTERS,
    "audit"
  };
  private static final String[] NOTES = {
    "reads x.messages",
    "reads x.users",
    "reads x.feedback",
    "reads x.findings",
    "reads x.sightings",
    "state account-features",
    "state entity-features",
    "state commit-barrier",
    "state account-ledger",
    "writes x.decisions",
    "writes x.sightings",
    "writes x.control",
    "writes x.findings",
    "writes x.actions.messages",
    "writes x.actions.users",
    "writes x.review",
    "writes x.dead-letters"
  };

  @Test
  void shouldDrawEveryNodeTopicAndStore() throws Exception {
    CommandLineRun run = topology("--format", "svg", "--prefix", "x.");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(labels(run.out())).contains(NODES).contains(NOTES);
  }

  @Test
  void shouldTellEveryNodeTopicAndStoreInTheOrderOfTheData() {
    CommandLineRun run = topology();
    assertThat(run.status()).as(run.err()).isZero();
    List<String> steps = run.out().lines().takeWhile(line -> !line.isBlank()).toList();
    assertThat(steps).hasSize(NODES.length);
    assertThat(String.join("\n", steps))
        .contains(NODES)
        .containsSubsequence("ingest  ", "enrich  ", "classify  ", "decide  ", "ledger  ")
        .contains("state account-features", "state commit-barrier", "state account-ledger")
        .contains("<- topic rampart.messages", "-> topic rampart.dead-letters");
    assertThat(run.out()).contains("Sub-topology: 0");
  }

  @Test
  void shouldNameTheFormatsThatItKnows() {
    CommandLineRun run = topology("--format", "xml");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--format", "TEXT", "SVG", "xml");
  }

  private static List<String> labels(String svg) throws Exception {
    NodeList texts =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(at -> texts.item(at).getTextContent())
        .toList();
  }

  private static CommandLineRun topology(String... more) {
    String[] args = new String[more.length + 1];
    args[0] = "topology";
    System.arraycopy(more, 0, args, 1, more.length);
    return CommandLineRun.of(new Main(), args);
  }
}
