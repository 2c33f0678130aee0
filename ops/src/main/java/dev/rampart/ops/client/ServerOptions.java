package dev.rampart.ops.client;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.http.Authorities;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which service a command talks to, and with which token. */
public final class ServerOptions {
  private static final URI DEFAULT = URI.create("http://127.0.0.1:8080");
  private static final String VARIABLE = "RAMPART_TOKEN";

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Ops service to ask, http://127.0.0.1:8080 for instance.")
  private Optional<URI> server = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File with the token. Default: the environment variable RAMPART_TOKEN.")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(
      names = "--authorities",
      paramLabel = "FILE",
      description = "Certificates (PEM) to trust over https. Default: those that Java trusts.")
  private Optional<Path> authorities = Optional.empty();

  /** Whether a service was named. */
  public boolean isNamed() {
    return server.isPresent();
  }

  /**
   * A client of the service.
   *
   * @throws CommandFailure where there is no token, or no address of a service
   */
  public OpsClient client() {
    URI address = server.orElse(DEFAULT);
    if (address.getHost() == null) {
      throw CommandFailure.wrongUsage(
          "--server: found " + address + ", allowed is http://HOST:PORT or https://HOST:PORT");
    }
    String token = token();
    return authorities
        .map(pem -> new OpsClient(address, token, Authorities.in(pem)))
        .orElseGet(() -> new OpsClient(address, token));
  }

  private String token() {
    return tokenFile
        .map(ServerOptions::read)
        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
        .filter(token -> !token.isBlank())
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "no token: set " + VARIABLE + ", or name a file with --token-file"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUsage(file + ": no such file, or not readable", unreadable);
    }
  }
}
