package dev.rampart.classifiers;

import java.util.Locale;

/**
 * A score that could not be had. Policies can see it; the message goes on.
 *
 * @param model which version was asked
 * @param cause category
 * @param detail what was found; empty where there is nothing to add, and never text of the message
 */
public record Missing(ServedModel model, Cause cause, String detail) implements ModelScore {

  /** The closed set of causes. */
  public enum Cause {
    /** The model fails on this item and scores its neighbours. */
    POISON("poison item"),
    /** The item waited longer than its deadline. */
    DEADLINE("deadline passed"),
    /** The run did not come back in time. */
    TIMED_OUT("run timed out"),
    /** The model failed too often lately and is not asked for a while. */
    CIRCUIT_OPEN("circuit open"),
    /** The device of the model cannot be used. */
    DEVICE("device failed"),
    /** A cheaper model's score leaves nothing for this one to change. */
    NOT_ASKED("not asked"),
    /** The request has no value for an input of the model. */
    NO_INPUT("input missing"),
    /** The engine was closed before the item's turn came. */
    CLOSED("engine closed");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /** How a reason of this cause begins. */
    public String words() {
      return words;
    }

    /** Spelling in metrics: {@code timed-out}. */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static Missing of(ServedModel model, Cause cause) {
    return new Missing(model, cause, "");
  }

  /** With a detail, which may be empty. */
  public static Missing of(ServedModel model, Cause cause, String detail) {
    return new Missing(model, cause, detail);
  }

  /** The cause in words, then a colon and the detail where there is one. */
  public String reason() {
    return detail.isEmpty() ? cause.words : cause.words + ": " + detail;
  }
}
