package dev.rampart.ops.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command line, run in this process, with what it wrote. */
public record CommandLineRun(int status, String out, String err) {
  public static CommandLineRun of(Object root, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Program.run(root, new PrintWriter(out), new PrintWriter(err), args);
    return new CommandLineRun(status, out.toString(), err.toString());
  }
}
