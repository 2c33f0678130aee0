package dev.rampart.ops.api;

import com.fasterxml.jackson.annotation.JsonView;
import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Open;
import io.dropwizard.auth.Auth;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import jakarta.ws.rs.Consumes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds the permission of an endpoint to its description, and leaves the caller out of it. */
final class ContractExtension extends AbstractOpenAPIExtension {
  static final String PERMISSION = "x-permission";

  @Override
  public ResolvedParameter extractParameters(
      List<Annotation> annotations,
      Type type,
      Set<Type> typesToSkip,
      Components components,
      Consumes classConsumes,
      Consumes methodConsumes,
      boolean includeRequestBody,
      @Nullable JsonView jsonView,
      Iterator<OpenAPIExtension> chain) {
    boolean caller = annotations.stream().anyMatch(Auth.class::isInstance);
    return caller
        ? new ResolvedParameter()
        : super.extractParameters(
            annotations,
            type,
            typesToSkip,
            components,
            classConsumes,
            methodConsumes,
            includeRequestBody,
            jsonView,
            chain);
  }

  @Override
  public void decorateOperation(
      Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
    Needs needs = method.getAnnotation(Needs.class);
    if (needs != null) {
      operation.addExtension(PERMISSION, needs.value().name());
    }
    if (method.isAnnotationPresent(Open.class)) {
      operation.setSecurity(List.of());
    }
    super.decorateOperation(operation, method, chain);
  }
}
