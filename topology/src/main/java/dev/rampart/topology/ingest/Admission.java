package dev.rampart.topology.ingest;

import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.WireFormatException;
import dev.rampart.topology.deadletters.Cause;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.reputation.Reputation;
import dev.rampart.topology.topics.Topics;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides what is let in. The first stage asks it for every record, and so can others before they
 * write one, so that every door has the same limits. Stateless; any thread.
 */
public final class Admission {
  private final EventDecoder decoder;
  private final Gate gate;

  /**
   * @param reputation lists that events are looked up in when somebody asks them
   */
  public Admission(
      Topics topics,
      SchemaRegistry registry,
      Supplier<Reputation> reputation,
      IngestLimits limits) {
    this.decoder = new EventDecoder(topics, registry, reputation);
    this.gate = new Gate(limits);
  }

  /**
   * Why a record is not let in.
   *
   * @param cause kind of reason
   * @param detail what was found and what is allowed; never message text
   */
  public record Refusal(Cause cause, String detail) {}

  /** Why this record would become a dead letter; empty where it is let in. */
  public Optional<Refusal> refusal(Origin origin) {
    try {
      InputEvent unused = admit(origin);
      return Optional.empty();
    } catch (Rejection rejection) {
      return Optional.of(new Refusal(rejection.category(), rejection.detail()));
    } catch (WireFormatException unreadable) {
      return Optional.of(
          new Refusal(Cause.UNREADABLE_BYTES, String.valueOf(unreadable.getMessage())));
    }
  }

  /**
   * The event of a record that is let in.
   *
   * @throws Rejection where it is not
   * @throws WireFormatException where its bytes are no event
   */
  InputEvent admit(Origin origin) {
    byte[] value = origin.value();
    if (value == null) {
      throw new Rejection(Cause.UNREADABLE_BYTES, "the record has no value");
    }
    gate.checkSize(value);
    InputEvent event = decoder.decode(value, origin);
    gate.check(event);
    return event;
  }
}
