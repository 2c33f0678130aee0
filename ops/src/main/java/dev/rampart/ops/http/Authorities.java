package dev.rampart.ops.http;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The authorities whose certificates are believed over https. */
public final class Authorities {
  private final List<Certificate> certificates;

  private Authorities(List<Certificate> certificates) {
    this.certificates = certificates;
  }

  /**
   * Those in a PEM file, in place of the ones that Java trusts.
   *
   * @throws CommandFailure where the file cannot be read or holds no certificate
   */
  public static Authorities in(Path pem) {
    try (InputStream file = Files.newInputStream(pem)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(file);
      if (found.isEmpty()) {
        throw CommandFailure.wrongUsage(pem + ": holds no certificate, allowed is PEM");
      }
      return new Authorities(List.copyOf(found));
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUsage(pem + ": no such file, or not readable", unreadable);
    } catch (CertificateException broken) {
      throw CommandFailure.wrongUsage(pem + ": holds no certificates in PEM", broken);
    }
  }

  /** Trusts these authorities and no other. */
  public SSLContext context() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (Certificate certificate : certificates) {
        trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException missing) {
      throw new IllegalStateException("this Java has no TLS", missing);
    }
  }
}
