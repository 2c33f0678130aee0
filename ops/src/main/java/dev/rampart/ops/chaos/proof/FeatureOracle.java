package dev.rampart.ops.chaos.proof;

import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.event.FindingInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureDefinition;
import dev.rampart.topology.features.FeatureEngine;
import dev.rampart.topology.features.RepeatWindow;
import dev.rampart.topology.retention.Retention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Works the features of accounts out again, from their own events alone, and counts what was served
 * otherwise. Holds one record an account. Confined to one thread.
 */
final class FeatureOracle {
  private final FeatureEngine engine;
  private final boolean[] own;
  private final Map<String, byte[]> records = new HashMap<>();
  private long compared;
  private long differ;

  FeatureOracle(FeatureCatalogue catalogue) {
    this.engine = new FeatureEngine(catalogue, RepeatWindow.DEFAULT);
    this.own = own(catalogue);
  }

  /** The next event of its account, and the values that it was decided with. */
  void check(InputEvent event, List<Double> served) {
    EntityState state =
        engine.decode(
            records.get(event.accountId()), event.eventTime(), Retention.DEFAULT.features());
    double[] values = engine.observe(state, event);
    for (int place = 0; place < own.length; place++) {
      if (own[place]) {
        compared++;
        differ += Double.compare(values[place], served.get(place)) == 0 ? 0 : 1;
      }
    }
    keep(event, state);
  }

  /** The records as they should be stored, by account. */
  Map<String, byte[]> records() {
    return records;
  }

  long compared() {
    return compared;
  }

  long differ() {
    return differ;
  }

  /** A finding is no event of its account's own. */
  private void keep(InputEvent event, EntityState state) {
    if (event.kind() == UserEventKind.ERASE) {
      records.remove(event.accountId());
    } else if (!(event instanceof FindingInput)) {
      records.put(event.accountId(), engine.encode(state));
    }
  }

  /** Which features follow from the account's own events. */
  private static boolean[] own(FeatureCatalogue catalogue) {
    List<FeatureDefinition> all = catalogue.features();
    boolean[] own = new boolean[all.size()];
    for (int place = 0; place < own.length; place++) {
      own[place] = isOwn(all.get(place), catalogue);
    }
    return own;
  }

  private static boolean isOwn(FeatureDefinition feature, FeatureCatalogue catalogue) {
    return feature.entity() == EntityKind.AUTHOR
        && feature.of().stream()
            .map(name -> catalogue.features().get(catalogue.names().indexOf(name)))
            .allMatch(part -> isOwn(part, catalogue));
  }
}
