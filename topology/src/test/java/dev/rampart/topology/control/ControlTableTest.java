package dev.rampart.topology.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTableTest {
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final Topic<ControlRecord> topic = new Topics(Topics.DEFAULT_PREFIX).control();
  private final AvroSerde<ControlRecord> serde =
      AvroSerde.of(ControlRecord.class, registry, topic.schemaSubject());
  private final Notes switches = new Notes();
  private final Notes snoozes = new Notes();
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> input;

  @BeforeEach
  void start() {
    Topology topology = new Topology();
    new ControlTable()
        .tell(ControlKind.KILL_SWITCH, switches)
        .tell(ControlKind.SNOOZE, snoozes)
        .addTo(topology, topic, registry);
    driver = new TopologyTestDriver(topology, new Properties());
    input =
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void shouldTellTheListenerOfTheKindOnly() {
    send(ControlKind.KILL_SWITCH, "policy:spam");

    assertThat(switches.notes).containsExactly("set policy:spam");
    assertThat(snoozes.notes).isEmpty();
  }

  @Test
  void shouldKeepFactsOfSeveralKindsAboutOneEntityApart() {
    send(ControlKind.KILL_SWITCH, "policy:spam");
    send(ControlKind.SNOOZE, "policy:spam");
    clear(ControlKind.SNOOZE, "policy:spam");

    assertThat(switches.notes).containsExactly("set policy:spam");
    assertThat(snoozes.notes).containsExactly("set policy:spam", "clear policy:spam");
  }

  @Test
  void shouldPassOverWhatCannotBeRead() {
    input.pipeInput("SNOOZE/policy:spam", new byte[] {9, 9, 9});
    input.pipeInput("SNOOZE/policy:other", value(ControlKind.SNOOZE, "policy:spam"));
    input.pipeInput("no kind at all", value(ControlKind.SNOOZE, "policy:spam"));
    send(ControlKind.SNOOZE, "policy:flood");

    assertThat(snoozes.notes).containsExactly("set policy:flood");
  }

  @Test
  void shouldRefuseASecondListenerOfAKind() {
    ControlTable table = new ControlTable().tell(ControlKind.SNOOZE, snoozes);
    org.assertj.core.api.Assertions.assertThatIllegalStateException()
        .isThrownBy(() -> table.tell(ControlKind.SNOOZE, switches))
        .withMessageContaining("SNOOZE");
  }

  private void send(ControlKind kind, String entity) {
    input.pipeInput(ControlKeys.of(kind, entity), value(kind, entity));
  }

  @SuppressWarnings("NullAway") // a tombstone has no value
  private void clear(ControlKind kind, String entity) {
    input.pipeInput(ControlKeys.of(kind, entity), null);
  }

  private byte[] value(ControlKind kind, String entity) {
    ControlRecord fact =
        ControlRecord.newBuilder()
            .setEntity(entity)
            .setKind(kind)
            .setValues(Map.of())
            .setSetAt(Instant.EPOCH)
            .build();
    return serde.serializer().serialize(topic.name(), fact);
  }

  private static final class Notes implements ControlListener {
    private final List<String> notes = new ArrayList<>();

    @Override
    public void set(ControlRecord fact) {
      notes.add("set " + fact.getEntity());
    }

    @Override
    public void clear(String entity) {
      notes.add("clear " + entity);
    }
  }
}
