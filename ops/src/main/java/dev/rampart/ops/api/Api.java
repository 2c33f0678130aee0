package dev.rampart.ops.api;

import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.audit.AuditArchive;
import dev.rampart.ops.audit.AuditLog;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.door.Door;
import dev.rampart.ops.door.DoorLimits;
import dev.rampart.ops.feed.ActionCount;
import dev.rampart.ops.feed.DecisionFeed;
import dev.rampart.ops.feed.FeedLimits;
import dev.rampart.ops.lists.ListDesk;
import dev.rampart.ops.operation.LoggerLevels;
import dev.rampart.ops.operation.ModelDesk;
import dev.rampart.ops.operation.PauseSwitch;
import dev.rampart.ops.operation.ServedModels;
import dev.rampart.ops.policies.AmendmentDesk;
import dev.rampart.ops.policies.Desk;
import dev.rampart.ops.policies.PolicyTopics;
import dev.rampart.ops.policies.RollbackDesk;
import dev.rampart.ops.studio.PublishedPolicies;
import dev.rampart.ops.studio.Studio;
import dev.rampart.ops.studio.StudioQueue;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.topology.ingest.Admission;
import dev.rampart.topology.reputation.Reputation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** All resources over one instance. Closing it ends the doers that they use, the last one first. */
public final class Api implements AutoCloseable {
  private static final int STUDIO_WAITING = 4;
  private static final Duration STUDIO_LIMIT = Duration.ofSeconds(60);

  private final List<Object> resources = new ArrayList<>();
  private final Deque<AutoCloseable> doers = new ArrayDeque<>();

  /** The resources over {@code parts}; a doer that cannot start ends those before it. */
  public static Api over(ApiParts parts) {
    Api api = new Api();
    try {
      api.add(parts);
      return api;
    } catch (RuntimeException failure) {
      api.close();
      throw failure;
    }
  }

  private void add(ApiParts parts) {
    resources.add(new OpenApiResource());
    resources.add(new MeResource());
    DecisionFeed feed =
        doer(
            DecisionFeed.start(
                parts.client(), parts.topics(), parts.registry(), FeedLimits.DEFAULT));
    AuditLog audit = doer(new AuditLog(parts.client(), parts.topics(), parts.registry()));
    addAudit(parts);
    addPolicies(parts, audit, feed);
    addLists(parts, audit);
    addInstance(parts, audit);
    addDoor(parts, feed);
    addOnCall(parts, audit, feed);
  }

  private void addAudit(ApiParts parts) {
    resources.add(
        new AuditResource(
            doer(new AuditArchive(parts.client(), parts.topics(), parts.registry()))));
  }

  private void addPolicies(ApiParts parts, AuditLog audit, DecisionFeed feed) {
    PolicyTopics topics = new PolicyTopics(parts.client(), parts.topics(), parts.registry(), audit);
    Desk desk = doer(new Desk(topics, parts.instance().vocabulary(), Clock.systemUTC()));
    RollbackDesk rollbacks = new RollbackDesk(desk, parts.client());
    resources.add(new PoliciesResource(desk, policy -> acted(feed, policy)));
    resources.add(new PolicyStopsResource(desk, rollbacks));
    resources.add(new SnoozesResource(desk, parts.mask()));
    resources.add(new SettingsResource(desk));
    StudioQueue queue = doer(new StudioQueue(STUDIO_WAITING, STUDIO_LIMIT));
    addStudio(parts, desk, queue);
    AmendmentDesk amendments = new AmendmentDesk(desk, parts.client(), parts.decisionLog());
    resources.add(new AmendmentsResource(amendments, queue));
  }

  private void addStudio(ApiParts parts, Desk desk, StudioQueue queue) {
    Studio studio = new Studio(parts.decisionLog(), new PublishedPolicies(desk));
    resources.add(new StudioResource(studio, queue));
  }

  private static long acted(DecisionFeed feed, String policy) {
    return feed.counts().actions().stream()
        .filter(count -> count.policy().equals(policy) && count.mode() != PolicyMode.SHADOW)
        .mapToLong(ActionCount::lastHour)
        .sum();
  }

  private void addLists(ApiParts parts, AuditLog audit) {
    ListDesk desk =
        new ListDesk(parts.client(), parts.topics(), parts.registry(), audit, Clock.systemUTC());
    resources.add(new ListsResource(doer(desk)));
  }

  private void addInstance(ApiParts parts, AuditLog audit) {
    Clock clock = Clock.systemUTC();
    resources.add(
        new InstanceResource(
            new PauseSwitch(parts.instance(), audit, clock), new LoggerLevels(audit, clock)));
    addModels(parts, audit);
  }

  private void addModels(ApiParts parts, AuditLog audit) {
    ModelRepository repository = new ModelRepository(parts.sources().models());
    PolicyTopics topics = new PolicyTopics(parts.client(), parts.topics(), parts.registry(), audit);
    ModelDesk desk =
        doer(new ModelDesk(topics, repository, parts.instance().modelKeeper(), Clock.systemUTC()));
    resources.add(
        new ModelsResource(new ServedModels(parts.instance(), repository, parts.meters()), desk));
  }

  private void addDoor(ApiParts parts, DecisionFeed feed) {
    Admission admission =
        new Admission(
            parts.topics(), parts.registry(), () -> Reputation.NONE, parts.settings().ingest());
    DoorLimits limits = DoorLimits.remembering(parts.settings().repeats().length());
    Door door = new Door(parts.client(), parts.topics(), parts.registry(), admission, feed, limits);
    resources.add(new EventsResource(doer(door)));
  }

  private void addOnCall(ApiParts parts, AuditLog audit, DecisionFeed feed) {
    Witness witness =
        (caller, operation, entity, reason, details) ->
            audit.write(
                Signature.of(caller, reason),
                new Deed(operation, entity, details),
                Clock.systemUTC().instant());
    resources.addAll(doer(new OnCall(parts, feed, witness)).resources());
  }

  private <T extends AutoCloseable> T doer(T doer) {
    doers.push(doer);
    return doer;
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
