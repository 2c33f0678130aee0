package dev.rampart.ops.service;

import com.codahale.metrics.health.HealthCheck;
import java.util.function.Supplier;

/** What Dropwizard's own {@code /healthcheck} on the admin port says: that of {@code /readyz}. */
final class PipelineCheck extends HealthCheck {
  private final Supplier<Health> health;

  PipelineCheck(Supplier<Health> health) {
    this.health = health;
  }

  @Override
  protected Result check() {
    Health now = health.get();
    return now.ready() ? Result.healthy(now.state()) : Result.unhealthy(now.state());
  }
}
