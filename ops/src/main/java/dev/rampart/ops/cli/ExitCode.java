package dev.rampart.ops.cli;

/** How a command ended, as scripts see it. */
public enum ExitCode {
  /** All was done. */
  DONE(0),
  /** The work failed, or a check fell short. */
  FAILED(1),
  /** The command line or the configuration is wrong; nothing was done. */
  WRONG_USAGE(2);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** Exit status of the process. */
  public int status() {
    return status;
  }
}
