package dev.rampart.ops.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.List;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a call ends with into a {@link Problem}; what was not foreseen is logged. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
  private static final Duration LATER = Duration.ofSeconds(5);

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof ProblemException known) {
      return answer(known);
    }
    if (failure instanceof CommandFailure understood) {
      return answer(ofCommand(understood));
    }
    if (failure instanceof JsonProcessingException wrong) {
      return answer(ProblemException.wrongInput(reason(wrong)));
    }
    if (failure instanceof ParamException wrong) {
      return answer(ofParameter(wrong));
    }
    return failure instanceof WebApplicationException web ? ofJersey(web) : unexpected(failure);
  }

  static Response answer(ProblemException known) {
    Response.ResponseBuilder answer = known.problem().response();
    known.retryAfter().ifPresent(time -> answer.header(HttpHeaders.RETRY_AFTER, seconds(time)));
    return answer.build();
  }

  /** Whole seconds, as the header {@code Retry-After} has them; at least 1. */
  public static long seconds(Duration time) {
    return Math.max(1, time.plusMillis(999).toSeconds());
  }

  private static ProblemException ofCommand(CommandFailure failure) {
    if (failure.exitCode() == ExitCode.WRONG_USAGE) {
      return ProblemException.wrongInput(failure.problems());
    }
    String detail = String.join("; ", failure.problems());
    return failure.getCause() == null
        ? ProblemException.conflict(detail)
        : ProblemException.unavailable(detail, LATER);
  }

  private static String reason(JsonProcessingException wrong) {
    JsonLocation at = wrong.getLocation();
    String place =
        at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    String reason = wrong.getOriginalMessage().lines().findFirst().orElse("unreadable");
    if (wrong instanceof JsonMappingException mapping) {
      return "%s: %s%s".formatted(field(mapping), reason, place);
    }
    return wrong instanceof StreamConstraintsException
        ? "body: %s%s".formatted(reason, place)
        : "no valid JSON%s".formatted(place);
  }

  private static String field(JsonMappingException wrong) {
    List<String> path =
        wrong.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .toList();
    return path.isEmpty() ? "body" : String.join(".", path);
  }

  private static ProblemException ofParameter(ParamException wrong) {
    return wrong instanceof ParamException.PathParamException
        ? ProblemException.notFound("%s: no such thing".formatted(wrong.getParameterName()))
        : ProblemException.wrongInput(
            "%s: found a value of another type".formatted(wrong.getParameterName()));
  }

  private static Response ofJersey(WebApplicationException failure) {
    Response given = failure.getResponse();
    Response.ResponseBuilder answer =
        Problem.of(given.getStatus(), detail(given.getStatus(), failure)).response();
    given
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
    return answer.type(Problem.MEDIA_TYPE).build();
  }

  private static String detail(int status, WebApplicationException failure) {
    return switch (status) {
      case 404 -> "nothing is served under this path";
      case 405 -> "this path does not take this method";
      case 415 -> "allowed content: application/json";
      default -> String.valueOf(failure.getMessage());
    };
  }

  private static Response unexpected(Throwable failure) {
    LOG.error("a call failed unexpectedly", failure);
    return Problem.of(500, "unexpected failure; the log of the instance says more")
        .response()
        .build();
  }
}
