package dev.rampart.ops.http;

import io.dropwizard.jersey.validation.ConstraintMessage;
import io.dropwizard.jersey.validation.JerseyViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Tells everything that is wrong with the input of a call. Jersey has a mapper of its own for this
 * kind of failure, which only one that names it comes before.
 */
public final class ViolationMapper implements ExceptionMapper<JerseyViolationException> {
  @Override
  public Response toResponse(JerseyViolationException wrong) {
    return ProblemMapper.answer(
        ProblemException.wrongInput(
            wrong.getConstraintViolations().stream()
                .map(violation -> ConstraintMessage.getMessage(violation, wrong.getInvocable()))
                .sorted()
                .toList()));
  }
}
