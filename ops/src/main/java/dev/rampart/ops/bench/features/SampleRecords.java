package dev.rampart.ops.bench.features;

import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of accounts as the demo's community leaves them. */
public final class SampleRecords {
  private static final int EVENTS = 50_000;

  private SampleRecords() {}

  /** One record for each account of a small community, in no order; at least a hundred. */
  public static List<byte[]> of(FeatureCatalogue catalogue) {
    return of(catalogue, Workload.of(EVENTS));
  }

  static List<byte[]> of(FeatureCatalogue catalogue, Workload workload) {
    FeatureEngine engine = new FeatureEngine(catalogue);
    Map<String, byte[]> records = new HashMap<>();
    for (int i = 0; i < workload.size(); i++) {
      String account = workload.account(i);
      records.put(account, updated(engine, records.get(account), workload.event(i)));
    }
    return List.copyOf(records.values());
  }

  static byte[] updated(FeatureEngine engine, byte @Nullable [] record, InputEvent event) {
    EntityState state = engine.decode(record);
    if (!engine.isRepeat(state, event.eventId(), event.eventTime())) {
      double[] unused = engine.observe(state, event);
    }
    return engine.encode(state);
  }
}
