package dev.rampart.peers;

import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureEngine;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** One packed record of features an account, as in Rampart's enrich stage, in Flink's state. */
final class Features extends KeyedProcessFunction<String, Event, Event> {
  private final String bootstrap;
  private transient Shared shared;
  private transient FeatureEngine engine;
  private transient ValueState<byte[]> record;

  Features(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  @Override
  public void open(OpenContext context) {
    shared = Shared.of(bootstrap);
    engine = new FeatureEngine(shared.parts.catalogue());
    record = getRuntimeContext().getState(new ValueStateDescriptor<>("features", byte[].class));
  }

  @Override
  public void processElement(Event event, Context context, Collector<Event> out) throws Exception {
    MessageInput message = shared.message(event);
    EntityState state = engine.decode(record.value());
    if (!engine.isRepeat(state, message.eventId(), message.eventTime())) {
      event.features = engine.observe(state, message);
      record.update(engine.encode(state));
      out.collect(event);
    }
  }
}
