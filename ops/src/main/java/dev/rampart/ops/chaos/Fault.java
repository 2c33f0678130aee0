package dev.rampart.ops.chaos;

import dev.rampart.ops.cli.CommandFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A way to hurt a running installation. */
enum Fault {
  /** SIGKILL: the instance is gone in the middle of whatever it did; then it is started again. */
  KILL(Ending.NOT_ALLOWED),
  /** SIGKILL, and nobody starts the instance again until the others have taken over. */
  LOSS(Ending.NOT_ALLOWED),
  /** SIGTERM: the instance finishes, commits and leaves; then it is started again. */
  TERMINATE(Ending.NOT_ALLOWED),
  /**
   * SIGSTOP for longer than the session lasts, then SIGCONT: a zombie that believes that it still
   * owns its partitions.
   */
  PAUSE(Ending.NOT_ALLOWED),
  /** Every instance is stopped by SIGTERM and started again, one after the other. */
  ROLLING_RESTART(Ending.NOT_ALLOWED),
  /** The instance reaches no broker for longer than the session lasts; then all bytes arrive. */
  CUT(Ending.NOT_ALLOWED),
  /** Everything between the instance and the brokers comes late for a while. */
  DELAY(Ending.NOT_ALLOWED),
  /** SIGKILL of a broker, and its restart on the data that it left. */
  BROKER_KILL(Ending.NOT_ALLOWED),
  /** SIGSTOP of a broker for longer than its own session lasts, then SIGCONT. */
  BROKER_PAUSE(Ending.NOT_ALLOWED),
  /** SIGKILL of the broker whose controller leads the quorum, and its restart. */
  CONTROLLER_KILL(Ending.NOT_ALLOWED),
  /** Every broker is stopped by SIGTERM and started again, one after the other. */
  BROKER_ROLL(Ending.NOT_ALLOWED),
  /** The instance's state disk is full while partitions move and while it stops. */
  DISK_FULL(Ending.ALLOWED),
  /** Bytes of the instance's state files are overwritten while it is down. */
  CORRUPT_STATE(Ending.ALLOWED),
  /** The instance's clock jumps an hour, ahead or back, and returns. */
  CLOCK_JUMP(Ending.ALLOWED),
  /** A model file of the instance is overwritten: it must refuse to start until it is mended. */
  MODEL_BROKEN(Ending.NOT_ALLOWED),
  /** New versions of a policy come into force in the middle of the feed. */
  POLICY_CHURN(Ending.NOT_ALLOWED);

  /** Whether an instance may end by itself, for its supervisor to start it again. */
  enum Ending {
    ALLOWED,
    NOT_ALLOWED
  }

  private final Ending ending;

  Fault(Ending ending) {
    this.ending = ending;
  }

  /** Its name on the command line and in reports. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean mayEndAnInstance() {
    return ending == Ending.ALLOWED;
  }

  /**
   * The faults that a list names.
   *
   * @param list words separated by commas, or {@code all}
   */
  static List<Fault> parse(String list) {
    return list.equals("all")
        ? List.of(values())
        : Arrays.stream(list.split(",", -1)).map(Fault::of).toList();
  }

  private static Fault of(String word) {
    return Arrays.stream(values())
        .filter(fault -> fault.word().equals(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "--faults: found %s, allowed are all and %s".formatted(word, words())));
  }

  private static String words() {
    return Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "));
  }
}
