package dev.rampart.ops.access;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Optional;

/** Puts a lock on every endpoint that is not {@link Open}, also where it names no permission. */
public final class AccessFeature implements DynamicFeature {
  private static final int AFTER_AUTHENTICATION = Priorities.AUTHENTICATION + 1;

  private final Access access;

  public AccessFeature(Access access) {
    this.access = access;
  }

  @Override
  public void configure(ResourceInfo endpoint, FeatureContext context) {
    Method method = endpoint.getResourceMethod();
    if (!method.isAnnotationPresent(Open.class)) {
      Optional<Permission> needs =
          Optional.ofNullable(method.getAnnotation(Needs.class)).map(Needs::value);
      context.register(new BearerFilter(access.authority()), Priorities.AUTHENTICATION);
      context.register(new RateLimitFilter(access.limit()), AFTER_AUTHENTICATION);
      context.register(new PermissionFilter(needs), Priorities.AUTHORIZATION);
    }
  }
}
