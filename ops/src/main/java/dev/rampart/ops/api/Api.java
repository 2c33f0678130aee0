package dev.rampart.ops.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** All resources over one instance. Closing it ends the doers that they use, the last one first. */
public final class Api implements AutoCloseable {
  private final List<Object> resources = new ArrayList<>();
  private final Deque<AutoCloseable> doers = new ArrayDeque<>();

  /** The resources over {@code parts}. */
  public static Api over(ApiParts parts) {
    Api api = new Api();
    api.resources.add(new OpenApiResource());
    api.resources.add(new MeResource());
    return api;
  }

  /** For {@code OpsService.start}. */
  public List<Object> resources() {
    return List.copyOf(resources);
  }

  @Override
  public void close() {
    while (!doers.isEmpty()) {
      close(doers.pop());
    }
  }

  private static void close(AutoCloseable doer) {
    try {
      doer.close();
    } catch (Exception failure) {
      throw new IllegalStateException("a part of the API did not stop", failure);
    }
  }
}
