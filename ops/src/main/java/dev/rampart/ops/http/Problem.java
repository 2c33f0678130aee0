package dev.rampart.ops.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/**
 * Why a call was not done, as {@code application/problem+json} (RFC 9457). Never holds message
 * text, a secret or a stack trace.
 *
 * @param type {@code about:blank}: the status says the kind
 * @param title the status in words
 * @param status HTTP status, 400 to 599
 * @param detail what was found and what is allowed
 * @param problems everything that is wrong, where there are several
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> problems) {
  /** Media type of a problem. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  public Problem {
    problems = problems == null ? List.of() : List.copyOf(problems);
  }

  /** A problem of this status. */
  public static Problem of(int status, String detail) {
    return of(status, detail, List.of());
  }

  /** A problem of this status that consists of several. */
  public static Problem of(int status, String detail, List<String> problems) {
    return new Problem("about:blank", title(status), status, detail, problems);
  }

  /** As the answer to a call; more headers can be added to it. */
  public Response.ResponseBuilder response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this);
  }

  private static String title(int status) {
    Status known = Status.fromStatusCode(status);
    return status == 422
        ? "Unprocessable Content"
        : known == null ? "Error" : known.getReasonPhrase();
  }
}
