import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches the pinned Maven with nothing but a JDK: no curl, unzip or tar needed.
 *
 * <p>Arguments: the properties file, and the folder that shall hold the unpacked distribution.
 */
public final class MavenBootstrap {
  private static final URI MAVEN_CENTRAL =
      URI.create("https://" + String.join(".", "repo", "maven", "apache", "org") + "/maven2");

  public static void main(String[] args) throws Exception {
    Properties wrapper = new Properties();
    try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
      wrapper.load(in);
    }
    Path home = Path.of(args[1]);
    Files.createDirectories(home.getParent());
    Path work = Files.createTempDirectory(home.getParent(), "unpack-");
    Path archive = work.resolve("maven.zip");
    download(repository() + "/" + wrapper.getProperty("distributionPath"), archive);
    verify(archive, wrapper.getProperty("distributionSha512Sum"));
    Path unpacked = unpack(archive, work);
    Files.delete(archive);
    publish(unpacked, home);
    Files.deleteIfExists(work);
  }

  private static String repository() {
    String mirror = System.getenv("MVNW_REPOURL");
    return mirror == null || mirror.isBlank() ? MAVEN_CENTRAL.toString() : mirror;
  }

  private static void download(String address, Path target) throws Exception {
    System.err.println("mvnw: fetching Maven (9 MB)");
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(java.net.ProxySelector.getDefault())
            .build();
    HttpResponse<Path> response =
        client.send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofFile(target));
    if (response.statusCode() != 200) {
      throw new IOException("Maven could not be fetched: HTTP status " + response.statusCode());
    }
  }

  private static void verify(Path archive, String expected) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-512");
    try (InputStream in = new DigestInputStream(Files.newInputStream(archive), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    String found = HexFormat.of().formatHex(digest.digest());
    if (!found.equalsIgnoreCase(expected)) {
      throw new IOException("the fetched Maven has SHA-512 " + found + ", expected " + expected);
    }
  }

  private static Path unpack(Path archive, Path folder) throws IOException {
    Path top = null;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("an entry leaves the archive: " + entry.getName());
        }
        top = folder.resolve(folder.relativize(target).getName(0));
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
    top.resolve("bin/mvn").toFile().setExecutable(true);
    return top;
  }

  private static void publish(Path unpacked, Path home) throws IOException {
    try {
      Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException alreadyThere) {
      if (!Files.isDirectory(home)) {
        throw alreadyThere;
      }
    }
  }
}
