package dev.rampart.ops.api;

import dev.rampart.ops.deadletters.LetterDesk;
import dev.rampart.ops.explain.Explainer;
import dev.rampart.ops.explain.Ledgers;
import dev.rampart.ops.explain.SourceEvents;
import dev.rampart.ops.explain.Subjects;
import dev.rampart.ops.feed.DecisionFeed;
import dev.rampart.ops.inspect.ControlFacts;
import dev.rampart.ops.inspect.GroupMembers;
import dev.rampart.ops.inspect.LagWatch;
import dev.rampart.ops.inspect.Overviews;
import dev.rampart.ops.inspect.RecordDecoder;
import dev.rampart.ops.inspect.StoreDesk;
import dev.rampart.ops.inspect.TopologyWatch;
import dev.rampart.topology.Parts;
import dev.rampart.topology.Pipeline;
import java.time.Clock;
import java.util.List;

/** What an on-call engineer reads: resources over doers that stop when this is closed. */
final class OnCall implements AutoCloseable {
  private static final String UNKNOWN_ADDRESS = "unknown:-1";

  private final ApiParts parts;
  private final DecisionFeed feed;
  private final Witness witness;
  private final Clock clock = Clock.systemUTC();
  private final StoreDesk stores;
  private final TopologyWatch topology;
  private final LagWatch lags;
  private final SourceEvents sources;
  private final LetterDesk letters;

  /**
   * @param feed closed by its owner
   */
  OnCall(ApiParts parts, DecisionFeed feed, Witness witness) {
    this.parts = parts;
    this.feed = feed;
    this.witness = witness;
    Parts running = parts.instance().parts();
    stores =
        new StoreDesk(
            pipeline(),
            new GroupMembers(parts.client(), parts.settings().applicationId()),
            new RecordDecoder(running, parts.topics(), clock),
            self(),
            parts.interconnect(),
            clock);
    topology = new TopologyWatch(pipeline());
    sources =
        new SourceEvents(parts.client(), parts.topics(), parts.registry(), running.reputation());
    letters =
        new LetterDesk(
            parts.client(),
            parts.settings().applicationId(),
            parts.topics(),
            parts.registry(),
            LetterDesk.SETTLE_LIMIT);
    lags =
        LagWatch.start(
            parts.client(),
            parts.settings(),
            LagWatch.INTERVAL,
            List.of(stores::look, topology::look, letters::look));
  }

  private Pipeline pipeline() {
    return parts.instance().pipeline();
  }

  private String self() {
    return parts.settings().advertised().orElse(UNKNOWN_ADDRESS);
  }

  List<Object> resources() {
    ControlFacts facts = new ControlFacts(pipeline(), parts.topics().control(), parts.registry());
    Ledgers ledgers = new Ledgers(stores);
    Explainer explainer = new Explainer(parts.instance().parts(), feed, sources, ledgers);
    Overviews overviews =
        new Overviews(
            parts.instance(), self(), clock.instant(), topology, lags, feed, letters, facts);
    return List.of(
        new OverviewResource(overviews, pipeline()),
        new StoresResource(stores),
        new DecisionsResource(feed, explainer, parts.mask(), witness),
        new SubjectsResource(new Subjects(ledgers, facts, feed)),
        new DeadLettersResource(letters, witness));
  }

  @Override
  public void close() {
    lags.close();
    letters.close();
    stores.close();
    sources.close();
  }
}
