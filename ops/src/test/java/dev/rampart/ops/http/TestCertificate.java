package dev.rampart.ops.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.jetty.HttpsConnectorFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate of 127.0.0.1 that nobody but itself vouches for, made by the JDK's keytool. */
public final class TestCertificate {
  /** Of the key store. */
  public static final String PASSWORD = "password-of-a-test";

  private final Path store;
  private final Path pem;

  private TestCertificate(Path store, Path pem) {
    this.store = store;
    this.pem = pem;
  }

  /** Makes one in this folder. */
  public static TestCertificate in(Path folder) throws Exception {
    TestCertificate made =
        new TestCertificate(folder.resolve("keystore.p12"), folder.resolve("ca.crt"));
    made.keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=ip:127.0.0.1");
    made.keytool("-exportcert", "-rfc", "-file", made.pem.toString());
    return made;
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", "test", "-keystore", store.toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  /** A connector on loopback that shows it. */
  public HttpsConnectorFactory connector(int port) {
    HttpsConnectorFactory connector = new HttpsConnectorFactory();
    connector.setBindHost("127.0.0.1");
    connector.setPort(port);
    connector.setKeyStorePath(store.toString());
    connector.setKeyStorePassword(PASSWORD);
    connector.setKeyStoreType("PKCS12");
    return connector;
  }

  /** Key store, PKCS12. */
  public Path store() {
    return store;
  }

  /** PEM file of the authority behind it. */
  public Path authorities() {
    return pem;
  }
}
