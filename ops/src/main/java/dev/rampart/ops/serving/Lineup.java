package dev.rampart.ops.serving;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.schemas.ControlRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one model that serve, each in its role.
 *
 * @param live decides for every account that the canary does not take
 * @param canary decides for a share of the accounts; null where there is none
 * @param shadow is asked for every message and decides nothing; null where there is none
 */
public record Lineup(String model, String live, @Nullable Canary canary, @Nullable String shadow) {
  private static final String KIND = "model:";
  private static final char SEPARATOR = '/';

  /**
   * A version that decides for some accounts.
   *
   * @param share of the accounts, 0 to 1; always the same ones
   */
  public record Canary(String version, double share) {
    public Canary {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "share: found " + share + ", allowed more than 0, at most 1");
      }
    }
  }

  /** A model of which one version serves. */
  public static Lineup live(ModelId id) {
    return new Lineup(id.name(), id.version(), null, null);
  }

  /** What a fact about the model is about. */
  public static String entity(String model) {
    return KIND + model;
  }

  /** Name of the model that a fact is about. */
  static String model(String entity) {
    return entity.substring(KIND.length());
  }

  /**
   * The versions that a fact tells.
   *
   * @throws IllegalArgumentException where it names none that is live
   */
  public static Lineup of(ControlRecord fact) {
    Map<String, Double> values = fact.getValues();
    String canary = version(ModelRole.CANARY, values);
    String live = version(ModelRole.LIVE, values);
    if (live == null || !fact.getEntity().startsWith(KIND)) {
      throw new IllegalArgumentException(
          "%s: found %s, required is a version that is live".formatted(fact.getEntity(), values));
    }
    return new Lineup(
        model(fact.getEntity()),
        live,
        canary == null
            ? null
            : new Canary(canary, values.getOrDefault(place(ModelRole.CANARY, canary), 0.0)),
        version(ModelRole.SHADOW, values));
  }

  private static @Nullable String version(ModelRole role, Map<String, Double> values) {
    String beginning = place(role, "");
    return values.keySet().stream()
        .filter(key -> key.startsWith(beginning))
        .map(key -> key.substring(beginning.length()))
        .findFirst()
        .orElse(null);
  }

  private static String place(ModelRole role, String version) {
    return role.name() + SEPARATOR + version;
  }

  /** As a fact tells it: the share of the accounts by role and version. */
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    assignments()
        .forEach(each -> values.put(place(each.role(), each.id().version()), each.share()));
    return values;
  }

  /**
   * The same with a version in a role, in which it takes the place of another and leaves its own.
   *
   * @param share of the accounts that a canary takes, more than 0 and at most 1
   * @throws IllegalArgumentException where the version is live and would not be any more
   */
  public Lineup with(ModelRole role, String version, double share) {
    return switch (role) {
      case LIVE -> new Lineup(model, version, canaryBut(version), shadowBut(version));
      case CANARY ->
          new Lineup(model, otherThan(version), new Canary(version, share), shadowBut(version));
      case SHADOW -> new Lineup(model, otherThan(version), canaryBut(version), version);
    };
  }

  /**
   * The same without a version.
   *
   * @throws IllegalArgumentException where it is live
   */
  public Lineup without(String version) {
    return new Lineup(model, otherThan(version), canaryBut(version), shadowBut(version));
  }

  private String otherThan(String version) {
    if (version.equals(live)) {
      throw new IllegalArgumentException(
          "%s/%s is live; another version has to be before it can leave".formatted(model, version));
    }
    return live;
  }

  private @Nullable Canary canaryBut(String version) {
    return canary == null || canary.version().equals(version) ? null : canary;
  }

  private @Nullable String shadowBut(String version) {
    return version.equals(shadow) ? null : shadow;
  }

  /** As the engine takes it; the live version first, its share that which the canary leaves. */
  public List<Assignment> assignments() {
    List<Assignment> all = new ArrayList<>();
    double taken = canary == null ? 0 : canary.share();
    all.add(new Assignment(new ModelId(model, live), ModelRole.LIVE, 1 - taken));
    if (canary != null) {
      all.add(Assignment.canary(new ModelId(model, canary.version()), canary.share()));
    }
    if (shadow != null) {
      all.add(Assignment.shadow(new ModelId(model, shadow)));
    }
    return all;
  }

  /** How a version serves here; empty where it does not. */
  public Optional<Assignment> assignment(String version) {
    return assignments().stream().filter(each -> each.id().version().equals(version)).findFirst();
  }
}
