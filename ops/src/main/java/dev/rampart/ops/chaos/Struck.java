package dev.rampart.ops.chaos;

/**
 * Who was hurt, and what came of it at once.
 *
 * @param target name of an instance or broker, or of all
 * @param note what else there is to say; empty for nothing
 */
record Struck(String target, String note) {
  static Struck at(String target) {
    return new Struck(target, "");
  }
}
