package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.deadletters.Letter;
import dev.rampart.ops.deadletters.LetterChoice;
import dev.rampart.ops.deadletters.LetterDesk;
import dev.rampart.ops.deadletters.LetterGroup;
import dev.rampart.ops.deadletters.LetterPlace;
import dev.rampart.ops.deadletters.Redrive;
import dev.rampart.ops.deadletters.ShownLetter;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.http.ProblemException;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What could not be processed, and its way back. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public final class DeadLettersResource {
  private final LetterDesk letters;
  private final Witness witness;

  DeadLettersResource(LetterDesk letters, Witness witness) {
    this.letters = letters;
    this.witness = witness;
  }

  /**
   * Which letters are to be sent again.
   *
   * @param cause of the letters; null for any
   * @param partition of one letter, with its offset; null for any
   * @param reason why
   * @param dryRun whether only to tell what would be done; true unless false is given
   */
  public record RedriveRequest(
      @Nullable String cause,
      @Nullable Integer partition,
      @Nullable Long offset,
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason,
      @Nullable Boolean dryRun) {
    LetterChoice choice() {
      if ((partition == null) != (offset == null)) {
        throw ProblemException.wrongInput(
            "partition and offset: found one of them, allowed is both or neither");
      }
      return new LetterChoice(
          cause, partition == null || offset == null ? null : new LetterPlace(partition, offset));
    }
  }

  @GET
  @Needs(Permission.OPERATE)
  @Operation(operationId = "deadLetters", summary = "Dead letters, the newest first")
  public Page<Letter> list(
      @QueryParam("cause") @Nullable String cause,
      @QueryParam("after") @DefaultValue("0") @Min(0) int after,
      @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit) {
    List<Letter> found = letters.list(cause, after, limit + 1);
    boolean more = found.size() > limit;
    return new Page<>(
        more ? found.subList(0, limit) : found, more ? Integer.toString(after + limit) : null);
  }

  @GET
  @Path("groups")
  @Needs(Permission.OPERATE)
  @Operation(operationId = "deadLetterGroups", summary = "Dead letters by stage and cause")
  public Page<LetterGroup> groups() {
    return Page.of(letters.groups());
  }

  @GET
  @Path("{partition: \\d+}/{offset: \\d+}")
  @Needs(Permission.REVEAL)
  @Operation(
      operationId = "deadLetter",
      summary = "A dead letter with what is in it; the audit is told first")
  public ShownLetter show(
      @Auth Principal caller,
      @PathParam("partition") int partition,
      @PathParam("offset") long offset,
      @QueryParam("reason") @NotBlank @Size(max = Change.LONGEST_REASON) String reason) {
    LetterPlace place = new LetterPlace(partition, offset);
    witness.note(caller, "dead-letter.reveal", "dead-letter:" + place, reason, Map.of());
    return letters.show(place);
  }

  @POST
  @Path("redrive")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.OPERATE)
  @Operation(
      operationId = "redrive",
      summary = "Sends dead letters again, unchanged, each once; a dry run unless told otherwise")
  public Redrive redrive(@Auth Principal caller, @NotNull @Valid RedriveRequest request)
      throws ExecutionException, InterruptedException {
    LetterChoice choice = request.choice();
    if (Change.rehearsed(request.dryRun())) {
      return letters.rehearse(choice);
    }
    witness.note(caller, "dead-letter.redrive", entity(choice), request.reason(), details(choice));
    return letters.redrive(choice);
  }

  private static String entity(LetterChoice choice) {
    return "dead-letter:" + (choice.place() == null ? "all" : choice.place().toString());
  }

  private static Map<String, String> details(LetterChoice choice) {
    return choice.cause() == null ? Map.of() : Map.of("cause", choice.cause());
  }
}
