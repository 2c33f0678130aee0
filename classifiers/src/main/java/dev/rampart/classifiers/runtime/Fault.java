package dev.rampart.classifiers.runtime;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whose fault a failed run is, as far as the runtime's message tells. */
enum Fault {
  /** One of the items, probably: smaller batches show which. */
  ITEM,
  /** The device has no room for a batch of this size. */
  MEMORY,
  /** The device's context is gone: no run on it succeeds until the process starts anew. */
  DEVICE;

  private static final Pattern NO_ROOM =
      Pattern.compile(
          "out of memory|failed to allocate|bad allocation|bad_alloc|cuda failure 2\\b");

  /**
   * Errors of CUDA's run time that poison the context (its documentation calls them "sticky"):
   * illegal address, launch time-out, assertion, hardware stack, illegal instruction, misaligned
   * address, invalid address space, invalid program counter, launch failure.
   */
  private static final Pattern CONTEXT_GONE =
      Pattern.compile(
          "cuda (failure|error) (700|702|710|714|715|716|717|718|719)\\b"
              + "|illegal memory access|unspecified launch failure|device-side assert");

  static Fault of(Exception failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (CONTEXT_GONE.matcher(message).find()) {
      return DEVICE;
    }
    return NO_ROOM.matcher(message).find() ? MEMORY : ITEM;
  }
}
