package dev.rampart.ops.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that {@code --version} prints, written into the program by the build. */
public final class ProgramVersion implements IVersionProvider {
  private static final String FILE = "/dev/rampart/ops/version.properties";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"rampart " + number() + ", Java " + Runtime.version()};
  }

  private static String number() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream(FILE)) {
      properties.load(java.util.Objects.requireNonNull(in, FILE));
    }
    return properties.getProperty("version");
  }
}
