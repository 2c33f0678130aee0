package dev.rampart.ops.inspect;

/**
 * A question as it came to this instance.
 *
 * @param authorization header of the caller, passed on to the owner
 * @param passedOn whether another instance has passed it on already; then it goes no further
 */
public record Hop(String authorization, boolean passedOn) {
  /** Header that marks a question as passed on. */
  public static final String HEADER = "Rampart-Passed-On";
}
