package dev.rampart.topology.features;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The declared features, checked. Never changes; any thread may use it. */
public final class FeatureCatalogue {
  private final String version;
  private final List<FeatureDefinition> features;
  private final List<String> names;
  private final List<EntityDefinition> definitions;

  FeatureCatalogue(
      String version, List<FeatureDefinition> features, List<EntityDefinition> entities) {
    this.version = version;
    this.definitions = List.copyOf(entities);
    this.features = List.copyOf(features);
    this.names = features.stream().map(FeatureDefinition::name).toList();
  }

  /**
   * Reads and checks a catalogue file.
   *
   * @throws CatalogueException with everything that is wrong with the file
   */
  public static FeatureCatalogue load(Path file) throws CatalogueException {
    return new CatalogueReader(file).read();
  }

  /**
   * What this catalogue changes for records that another one wrote. Features that are not named go
   * on with their past; no change ever needs a clean state.
   */
  public List<FeatureChange> changesFrom(FeatureCatalogue previous) {
    Map<String, List<SlotSpec>> before = storages(previous.features);
    Map<String, List<SlotSpec>> after = storages(features);
    List<FeatureChange> changes = new ArrayList<>();
    after.forEach((name, specs) -> compare(name, before.get(name), specs).ifPresent(changes::add));
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> changes.add(new FeatureChange(name, FeatureChange.Kind.REMOVED)));
    return changes;
  }

  private static Optional<FeatureChange> compare(
      String name, @Nullable List<SlotSpec> before, List<SlotSpec> after) {
    if (before == null) {
      return Optional.of(new FeatureChange(name, FeatureChange.Kind.ADDED));
    }
    return before.containsAll(after)
        ? Optional.empty()
        : Optional.of(new FeatureChange(name, FeatureChange.Kind.RESTARTED));
  }

  private static Map<String, List<SlotSpec>> storages(List<FeatureDefinition> features) {
    SlotNeeds needs = new SlotNeeds();
    Map<String, List<SlotSpec>> storages = new LinkedHashMap<>();
    features.forEach(feature -> storages.put(feature.name(), needs.of(feature)));
    return storages;
  }

  /** The declared version, a dash, and eight hexadecimal digits of the content's SHA-256. */
  public String version() {
    return version;
  }

  /** Names of the features, in the order of the file: the order of all value vectors. */
  public List<String> names() {
    return names;
  }

  /** The kinds of entity that have records of their own, and how they are kept. */
  public List<EntityDefinition> entities() {
    return definitions.stream().filter(entity -> !entity.kind().isKeptByAccount()).toList();
  }

  /** How long a recipient pair without events is remembered, in event time. */
  Duration pairsKept() {
    return definitions.stream()
        .filter(entity -> entity.kind() == EntityKind.RECIPIENT_PAIR)
        .map(EntityDefinition::kept)
        .findFirst()
        .orElse(Duration.ZERO);
  }

  /** Only the features of one kind of entity, in the order of the file. */
  public FeatureCatalogue of(EntityKind kind) {
    return new FeatureCatalogue(
        version,
        features.stream().filter(feature -> feature.entity() == kind).toList(),
        definitions.stream().filter(entity -> entity.kind() == kind).toList());
  }

  /** The features in the order of the file. */
  public List<FeatureDefinition> features() {
    return features;
  }
}
