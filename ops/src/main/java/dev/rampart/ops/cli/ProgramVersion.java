package dev.rampart.ops.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that {@code --version} prints, written into the program by the build. */
public final class ProgramVersion implements IVersionProvider {
  private static final String FILE = "/dev/rampart/ops/version.properties";

  @Override
  public String[] getVersion() {
    return new String[] {"rampart " + number() + ", Java " + Runtime.version()};
  }

  /** The version's number, {@code 0.1.0} for instance. */
  public static String number() {
    Properties properties = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream(FILE)) {
      properties.load(java.util.Objects.requireNonNull(in, FILE));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }
}
