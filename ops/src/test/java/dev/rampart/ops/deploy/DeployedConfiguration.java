package dev.rampart.ops.deploy;

import dev.rampart.ops.config.ConfigurationReader;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.http.TestCertificate;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A configuration as it is deployed, read by the program's own reader.
 *
 * @param configuration with a made-up value for each variable of the environment, and a certificate
 *     of a test in the place of the secret's
 * @param variables names of the environment that it asks for
 */
record DeployedConfiguration(RampartConfiguration configuration, Set<String> variables) {
  private static final String SECRET = "/etc/rampart-tls";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([^}]+)}");

  static DeployedConfiguration read(Path file) throws Exception {
    try (TemporaryFolder folder = TemporaryFolder.create("rampart-deployed-")) {
      var unused = TestCertificate.in(folder.path());
      String text = Files.readString(file).replace(SECRET, folder.path().toString());
      return parse(Files.writeString(folder.path().resolve(file.getFileName()), text));
    }
  }

  private static DeployedConfiguration parse(Path file) throws IOException {
    Set<String> variables = new TreeSet<>();
    Matcher variable = VARIABLE.matcher(Files.readString(file));
    while (variable.find()) {
      variables.add(variable.group(1));
    }
    return new DeployedConfiguration(
        new ConfigurationReader(
                variables.stream()
                    .collect(Collectors.toMap(name -> name, DeployedConfiguration::madeUp)))
            .read(file),
        variables);
  }

  private static String madeUp(String variable) {
    if (variable.endsWith("SHA256")) {
      return "0".repeat(64);
    }
    return switch (variable) {
      case "POD_NAME" -> "rampart-0";
      case "KEYSTORE_PASSWORD" -> TestCertificate.PASSWORD;
      default -> "a:1";
    };
  }

  int servicePort() {
    return only(server().getApplicationConnectors()).getPort();
  }

  int adminPort() {
    return only(server().getAdminConnectors()).getPort();
  }

  /** Whether something outside the container reaches both ports. */
  boolean isOpen() {
    return "0.0.0.0".equals(only(server().getApplicationConnectors()).getBindHost())
        && "0.0.0.0".equals(only(server().getAdminConnectors()).getBindHost());
  }

  private DefaultServerFactory server() {
    return (DefaultServerFactory) configuration.getServerFactory();
  }

  private static HttpConnectorFactory only(List<ConnectorFactory> connectors) {
    if (connectors.size() != 1) {
      throw new AssertionError("one connector is enough, found " + connectors.size());
    }
    return (HttpConnectorFactory) connectors.get(0);
  }
}
