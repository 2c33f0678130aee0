package dev.rampart.ops.replay;

import dev.rampart.schemas.json.EventLine;

/** A line of an event file. */
public sealed interface FileLine {

  /** Its number in the file, from 1. */
  long number();

  /** An event. */
  record Event(long number, EventLine event) implements FileLine {}

  /** A line that is no event: it becomes a dead letter. */
  final class Broken implements FileLine {
    private final long number;
    private final byte[] original;
    private final String problem;

    Broken(long number, byte[] original, String problem) {
      this.number = number;
      this.original = original;
      this.problem = problem;
    }

    @Override
    public long number() {
      return number;
    }

    /** Its bytes, cut after {@link EventFile#LONGEST_LINE}. */
    public byte[] original() {
      return original.clone();
    }

    /** What is wrong, never quoting message text. */
    public String problem() {
      return problem;
    }
  }
}
