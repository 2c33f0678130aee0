package dev.rampart.ops.config;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.http.Authorities;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpsConnectorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Opens what a configuration names for https, so that what is wrong shows before anything runs. */
final class CertificateFiles {
  private final BiConsumer<String, String> problems;

  /**
   * @param problems told the field, dotted, and what is wrong with it
   */
  CertificateFiles(BiConsumer<String, String> problems) {
    this.problems = problems;
  }

  void check(RampartConfiguration configuration) {
    if (configuration.getServerFactory() instanceof DefaultServerFactory server) {
      checkAll("server.applicationConnectors.", server.getApplicationConnectors());
      checkAll("server.adminConnectors.", server.getAdminConnectors());
    }
    configuration.hop().authorities().ifPresent(this::checkAuthorities);
  }

  private void checkAll(String field, List<ConnectorFactory> connectors) {
    for (int i = 0; i < connectors.size(); i++) {
      if (connectors.get(i) instanceof HttpsConnectorFactory connector) {
        checkKeyStore(field + i, connector);
      }
    }
  }

  private void checkKeyStore(String field, HttpsConnectorFactory connector) {
    String path = connector.getKeyStorePath();
    if (path == null) {
      problems.accept(field + ".keyStorePath", "is missing");
      return;
    }
    try (InputStream file = Files.newInputStream(Path.of(path))) {
      open(field, connector, file);
    } catch (IOException unreadable) {
      problems.accept(field + ".keyStorePath", path + ": no such file, or not readable");
    }
  }

  private void open(String field, HttpsConnectorFactory connector, InputStream file) {
    String type = connector.getKeyStoreType();
    char[] password = Optional.ofNullable(connector.getKeyStorePassword()).orElse("").toCharArray();
    try {
      KeyStore.getInstance(type).load(file, password);
    } catch (IOException closed) {
      boolean locked = closed.getCause() instanceof UnrecoverableKeyException;
      problems.accept(
          field + (locked ? ".keyStorePassword" : ".keyStorePath"),
          locked ? "is not the password of the key store" : "is no key store of type " + type);
    } catch (GeneralSecurityException strange) {
      problems.accept(field + ".keyStoreType", "found " + type + "; allowed: PKCS12, JKS");
    }
  }

  private void checkAuthorities(Path pem) {
    try {
      var unused = Authorities.in(pem);
    } catch (CommandFailure refused) {
      refused.problems().forEach(problem -> problems.accept("hop.authorities", problem));
    }
  }
}
