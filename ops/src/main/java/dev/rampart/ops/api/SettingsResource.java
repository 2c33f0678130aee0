package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.policies.Desk;
import dev.rampart.ops.policies.Settings;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the installation asks of all its policies. */
@Path("/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettingsResource {
  private final Desk desk;

  SettingsResource(Desk desk) {
    this.desk = desk;
  }

  /**
   * The settings.
   *
   * @param fourEyes whether what acts waits for a second person
   * @param budget actions that all policies together may take in a window; 0 for no limit
   * @param windowSeconds length of the window
   */
  public record PolicySettings(boolean fourEyes, long budget, long windowSeconds) {
    static PolicySettings of(Settings settings) {
      return new PolicySettings(
          settings.fourEyes(), settings.budget(), settings.window().toSeconds());
    }
  }

  /** Which of them to change; what is null stays. */
  public record SettingsChange(
      @Nullable Boolean fourEyes,
      @Nullable @Min(0) Long budget,
      @Nullable @Min(10) @Max(86_400) Integer windowSeconds,
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason,
      @Nullable Boolean dryRun) {
    Settings applied(Settings now) {
      return new Settings(
          fourEyes == null ? now.fourEyes() : fourEyes,
          budget == null ? now.budget() : budget,
          windowSeconds == null ? now.window() : Duration.ofSeconds(windowSeconds));
    }
  }

  @GET
  @Needs(Permission.VIEW)
  @Operation(operationId = "settings", summary = "What the installation asks of all its policies")
  public PolicySettings settings() {
    return PolicySettings.of(desk.settings());
  }

  @PUT
  @Needs(Permission.OPERATE)
  @Operation(operationId = "changeSettings", summary = "Changes some of it; the rest stays")
  public PolicySettings change(@Auth Principal caller, @NotNull @Valid SettingsChange change) {
    return PolicySettings.of(
        desk.settings(
            change::applied,
            Signature.of(caller, change.reason()),
            Change.rehearsed(change.dryRun())));
  }
}
