package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Authority;
import dev.rampart.ops.access.JwtAuthority;
import dev.rampart.ops.access.RateLimit;
import dev.rampart.ops.access.TokenBook;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Section {@code access}: who is let in over HTTP. Without it every call of the API is refused. */
public final class AccessConfiguration {
  @JsonProperty @NotNull private List<@NotNull @Valid TokenConfiguration> tokens = List.of();

  @JsonProperty @Valid private @Nullable OidcConfiguration oidc;

  @JsonProperty
  @Min(value = 1, message = "allowed: 1 to 10000") @Max(value = 10_000, message = "allowed: 1 to 10000") private int requestsPerSecond = 50;

  @JsonProperty
  @NotNull @MinDataSize(value = 1, unit = DataSizeUnit.KIBIBYTES, message = "allowed: 1 KiB to 64 MiB")
  @MaxDataSize(value = 64, unit = DataSizeUnit.MEBIBYTES, message = "allowed: 1 KiB to 64 MiB")
  private DataSize maxBodySize = DataSize.bytes(Access.DEFAULT_BODY_BYTES);

  /** The same as the service takes it. */
  public Access access() {
    List<Authority> authorities = new ArrayList<>();
    authorities.add(new TokenBook(tokens.stream().map(TokenConfiguration::entry).toList()));
    if (oidc != null) {
      authorities.add(new JwtAuthority(oidc.settings()));
    }
    return new Access(
        Authority.anyOf(authorities), new RateLimit(requestsPerSecond), maxBodySize.toBytes());
  }

  @ValidationMethod(message = "two have the same name, or the same sha256")
  boolean isTokens() {
    return unique(TokenConfiguration::name) && unique(TokenConfiguration::sha256);
  }

  private boolean unique(Function<TokenConfiguration, String> field) {
    List<String> found = tokens.stream().map(field).filter(text -> !text.isEmpty()).toList();
    return Set.copyOf(found).size() == found.size();
  }
}
