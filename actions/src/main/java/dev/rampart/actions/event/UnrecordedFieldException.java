package dev.rampart.actions.event;

/**
 * A field that was not kept of an event of the past, so that nobody can tell its value any more.
 */
public final class UnrecordedFieldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnrecordedFieldException(EventField field) {
    super("event." + field.fieldName() + " was not recorded");
  }
}
