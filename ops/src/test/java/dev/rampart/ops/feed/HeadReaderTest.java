package dev.rampart.ops.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.schemas.serde.WireFormatException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeadReaderTest {
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final AvroSerde<Decision> serde = AvroSerde.of(Decision.class, registry, "d-value");
  private final AtomicInteger decoded = new AtomicInteger();
  private final HeadReader reader =
      new HeadReader(
          registry,
          value -> {
            decoded.incrementAndGet();
            return serde.deserializer().deserialize("d", value);
          });

  private byte[] bytes(Decision decision) {
    return serde.serializer().serialize("d", decision);
  }

  @Test
  void shouldReadTheHeadOfACalmDecisionWithoutDecodingIt() {
    Decision calm = Decisions.calm("m1", "ada");

    assertThat(reader.read(bytes(calm))).isEqualTo(DecisionHead.of(calm));
    assertThat(decoded).hasValue(0);
  }

  @Test
  void shouldReadEveryActionOfADecisionThatActs() {
    Decision acting =
        Decisions.acting(
            "m2",
            "bob",
            Decisions.action("a", "bob", "spam", ActionKind.MUTE, PolicyMode.LIVE),
            Decisions.action("b", "m2", "spam", ActionKind.HIDE, PolicyMode.SHADOW));

    assertThat(reader.read(bytes(acting))).isEqualTo(DecisionHead.of(acting));
    assertThat(reader.read(bytes(acting)).actions()).hasSize(2);
  }

  @Test
  void shouldRefuseBytesThatAreNoDecision() {
    assertThatThrownBy(() -> reader.read(new byte[] {1, 2, 3}))
        .isInstanceOf(WireFormatException.class);
    byte[] cut = java.util.Arrays.copyOf(bytes(Decisions.calm("m", "a")), 20);
    assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(RuntimeException.class);
  }
}
