package dev.rampart.ops.api;

import dev.rampart.ops.access.Mask;
import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.policies.Desk;
import dev.rampart.ops.policies.Snooze;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Subjects that policies spare for a while. */
@Path("/v1/snoozes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SnoozesResource {
  private static final String SUBJECT = "(user|guild):.{1,300}";
  private static final int YEAR_SECONDS = 365 * 24 * 3600;
  private static final Duration DAY = Duration.ofDays(1);

  private final Desk desk;
  private final Mask mask;

  SnoozesResource(Desk desk, Mask mask) {
    this.desk = desk;
    this.mask = mask;
  }

  /**
   * Whom to spare.
   *
   * @param subject {@code user:42} or {@code guild:7}
   * @param policy id, or {@code all}
   * @param seconds how long; a day unless told otherwise
   */
  public record SnoozeChange(
      @NotNull @Pattern(regexp = SUBJECT, message = "allowed: user:ID or guild:ID") String subject,
      @NotBlank @Size(max = 100) String policy,
      @Nullable @Min(1) @Max(YEAR_SECONDS) Integer seconds,
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason,
      @Nullable Boolean dryRun) {}

  /** Whether a subject is spared, or would be. */
  public record Spared(String subject, String policy, boolean spared, boolean dryRun) {}

  @GET
  @Needs(Permission.VIEW)
  @Operation(operationId = "snoozes", summary = "Whom policies spare now")
  public Page<Snooze> list(@Auth Principal caller) {
    UnaryOperator<String> ids = mask.of(caller);
    return Page.of(desk.snoozes().stream().map(snooze -> shown(snooze, ids)).toList());
  }

  @POST
  @Needs(Permission.DRAFT)
  @Operation(operationId = "snooze", summary = "Spares a subject for a while")
  public Spared snooze(@Auth Principal caller, @NotNull @Valid SnoozeChange change) {
    Integer seconds = change.seconds();
    Duration time = seconds == null ? DAY : Duration.ofSeconds(seconds);
    boolean dryRun = Change.rehearsed(change.dryRun());
    Signature by = Signature.of(caller, change.reason());
    Snooze snooze = desk.snooze(change.subject(), change.policy(), time, by, dryRun);
    return new Spared(snooze.subject(), snooze.policy(), true, dryRun);
  }

  @DELETE
  @Needs(Permission.DRAFT)
  @Operation(operationId = "wake", summary = "Ends a snooze before its time")
  public Spared wake(@Auth Principal caller, @NotNull @Valid SnoozeChange change) {
    boolean dryRun = Change.rehearsed(change.dryRun());
    Signature by = Signature.of(caller, change.reason());
    desk.wake(change.subject(), change.policy(), by, dryRun);
    return new Spared(change.subject(), change.policy(), false, dryRun);
  }

  /** The id behind the kind is masked; the kind is not. */
  private static Snooze shown(Snooze snooze, UnaryOperator<String> ids) {
    int start = snooze.subject().indexOf(':') + 1;
    String subject =
        snooze.subject().substring(0, start) + ids.apply(snooze.subject().substring(start));
    return new Snooze(
        subject,
        snooze.policy(),
        snooze.reason(),
        snooze.setBy(),
        snooze.setAt(),
        snooze.expiresAt());
  }
}
