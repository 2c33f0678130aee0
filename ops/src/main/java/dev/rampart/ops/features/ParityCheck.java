package dev.rampart.ops.features;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.features.DistinctCounts;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureDefinition;
import dev.rampart.topology.features.FeatureEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out the features of accounts again, decision by decision in the order in which they were
 * made, and compares. Holds one record an account.
 */
final class ParityCheck {
  private final FeatureCatalogue catalogue;
  private final FeatureEngine engine;
  private final InputEvents input;
  private final Duration kept;
  private final DistinctCounts exact;
  private final DecisionOrder order = new DecisionOrder();
  private final Map<String, byte[]> records = new HashMap<>();
  private final List<FeatureParity> features = new ArrayList<>();
  private long decisions;
  private long withoutInput;

  /**
   * @param kept idle time after which the pipeline forgot an account's features
   */
  ParityCheck(FeatureCatalogue catalogue, InputEvents input, Duration kept) {
    this.catalogue = catalogue;
    this.kept = kept;
    this.engine = new FeatureEngine(catalogue);
    this.input = input;
    this.exact = new DistinctCounts(catalogue);
    for (FeatureDefinition feature : catalogue.features()) {
      features.add(new FeatureParity(feature, !isServed(feature)));
    }
  }

  /** What comes from another entity's record, or from a feature that does, is not worked out. */
  private boolean isServed(FeatureDefinition feature) {
    return !feature.entity().isKeptByAccount()
        || feature.of().stream()
            .anyMatch(name -> isServed(catalogue.features().get(catalogue.names().indexOf(name))));
  }

  void add(DecidedEvent decision) {
    checkCatalogue(decision);
    order.check(decision);
    decisions++;
    Optional<InputEvent> event = input.of(decision);
    if (event.isPresent()) {
      compare(decision, event.get());
    } else {
      withoutInput++;
    }
  }

  private void checkCatalogue(DecidedEvent decision) {
    if (!decision.catalogueVersion().equals(catalogue.version())) {
      throw CommandFailure.wrongUsage(
          "--catalogue: the decision in line %d was made with catalogue %s, found %s"
              .formatted(decision.line(), decision.catalogueVersion(), catalogue.version()));
    }
  }

  private void compare(DecidedEvent decision, InputEvent event) {
    EntityState state = engine.decode(records.get(decision.author()), event.eventTime(), kept);
    if (state.isNew()) {
      exact.forget(decision.author());
    }
    double[] values = engine.observe(state, event);
    double[] counts = exact.observe(decision.author(), event);
    for (int i = 0; i < values.length; i++) {
      FeatureParity feature = features.get(i);
      double served = decision.features().getOrDefault(feature.name(), Double.NaN);
      feature.add(served, values[i], counts[i]);
    }
    keep(decision.author(), event, state);
  }

  private void keep(String author, InputEvent event, EntityState state) {
    if (event.kind() == UserEventKind.ERASE) {
      records.remove(author);
      exact.forget(author);
    } else {
      records.put(author, engine.encode(state));
    }
  }

  ParityReport report() {
    return ParityReport.of(catalogue.version(), decisions, withoutInput, features);
  }
}
