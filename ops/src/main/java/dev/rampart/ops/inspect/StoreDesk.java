package dev.rampart.ops.inspect;

import dev.rampart.ops.http.ProblemException;
import dev.rampart.ops.inspect.RemoteStores.UnreachableException;
import dev.rampart.topology.Pipeline;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about the stores of the whole installation: from here where this instance owns
 * the key, else by asking the owner once. Where the owner cannot be reached, a standby copy that is
 * here answers, labelled with how old it may be; otherwise it is a 503. Safe for many threads.
 */
public final class StoreDesk implements AutoCloseable {
  private static final int NO_PARTITION = -1;

  private final LocalStores stores;
  private final GroupMembers members;
  private final Owners owners;
  private final RemoteStores remote;
  private final RecordDecoder decoder;
  private final StandbyWatch standbys;

  /**
   * @param members closed with the desk
   * @param self this instance, {@code HOST:PORT} of its service, as the others know it
   * @param interconnect how the others are asked
   */
  public StoreDesk(
      Pipeline pipeline,
      GroupMembers members,
      RecordDecoder decoder,
      String self,
      Interconnect interconnect,
      Clock clock) {
    this.stores = new LocalStores(pipeline);
    this.members = members;
    this.owners = new Owners(pipeline.streams(), stores, members, self);
    this.remote = new RemoteStores(interconnect);
    this.decoder = decoder;
    this.standbys = new StandbyWatch(stores, clock);
  }

  @Override
  public void close() {
    members.close();
  }

  /** To be called every few seconds: learns who owns what, and how old the copies here are. */
  public void look() {
    members.look();
    standbys.look();
  }

  /** The stores as this instance holds them. */
  public List<StoreInfo> list() {
    return stores.places().stream().map(this::info).toList();
  }

  private StoreInfo info(StorePlace place) {
    boolean global = place.kind() == StoreKind.GLOBAL;
    return new StoreInfo(
        place.name(),
        place.kind(),
        entries(place),
        global ? List.of() : stores.activePartitions(place),
        stores.restoring(place),
        global ? null : standbyLag(place));
  }

  private @Nullable Long entries(StorePlace place) {
    try {
      return stores.ask(place, store -> store.approximateNumEntries());
    } catch (ProblemException notNow) {
      return null;
    }
  }

  private @Nullable Long standbyLag(StorePlace place) {
    Collection<Integer> here = stores.standbyPartitions(place);
    if (here.isEmpty()) {
      return null;
    }
    Map<Integer, Long> behind = stores.behind(place);
    return here.stream().mapToLong(partition -> behind.getOrDefault(partition, 0L)).sum();
  }

  /**
   * Who holds the record of a key.
   *
   * @throws ProblemException 404 for an unknown store, 503 while nobody knows
   */
  public Owner owner(String store, String key) {
    StorePlace place = stores.place(store);
    return place.kind() == StoreKind.GLOBAL
        ? new Owner(NO_PARTITION, owners.self(), List.of())
        : owners.of(place, key);
  }

  /**
   * Some keys of the part of a store that is here.
   *
   * @param after cursor of the page before; null for the beginning
   */
  public KeyPage scan(String store, @Nullable String after, int limit) {
    StorePlace place = stores.place(store);
    return new StoreScan(stores, decoder, place, limit).run(ScanCursor.parse(after), owners.self());
  }

  /**
   * The record of a key.
   *
   * @throws ProblemException 404 where there is none, 503 where that cannot be told now
   */
  public StoredRecord get(String store, String key, Hop hop) {
    StorePlace place = stores.place(store);
    if (place.kind() == StoreKind.GLOBAL) {
      byte[] value = stores.ask(place, global -> global.get(key));
      return record(place, key, NO_PARTITION, value, CopyRole.ACTIVE, 0L, 0);
    }
    Owner owner = owners.of(place, key);
    if (owners.isHere(owner)) {
      byte[] value = stores.askActive(place, owner.partition(), own -> own.get(key));
      return record(place, key, owner.partition(), value, CopyRole.ACTIVE, 0L, 0);
    }
    return hop.passedOn() ? refuse(place) : elsewhere(place, key, owner, hop);
  }

  /** It was passed on to here, and this instance is not the owner either. */
  private StoredRecord refuse(StorePlace place) {
    throw stores.unavailable(place.name());
  }

  private StoredRecord elsewhere(StorePlace place, String key, Owner owner, Hop hop) {
    try {
      return remote.get(owner, place.name(), key, hop);
    } catch (UnreachableException away) {
      members.look();
      if (stores.standbyPartitions(place).contains(owner.partition())) {
        return standby(place, key, owner);
      }
      throw ProblemException.unavailable(
          "store %s: the owner of the key cannot be asked now (%s); try again"
              .formatted(place.name(), away.getMessage()),
          LocalStores.LATER);
    }
  }

  /**
   * What the owner of a key answers under a path; empty where this instance owns it.
   *
   * @throws ProblemException 404 where it has no answer, 503 where it cannot be asked now
   */
  public <T> Optional<T> askOwner(String store, String key, Hop hop, String path, Class<T> form) {
    Owner owner = owner(store, key);
    if (owners.isHere(owner) || hop.passedOn()) {
      return Optional.empty();
    }
    try {
      return Optional.of(remote.ask(owner, path, hop, form, path + ": nothing there"));
    } catch (UnreachableException away) {
      throw ProblemException.unavailable(String.valueOf(away.getMessage()), LocalStores.LATER);
    }
  }

  private StoredRecord standby(StorePlace place, String key, Owner owner) {
    byte[] value = stores.askStale(place, owner.partition(), copy -> copy.get(key));
    if (value == null) {
      return refuse(place);
    }
    OptionalLong staleness = standbys.staleness(place.name(), owner.partition());
    return record(
        place,
        key,
        owner.partition(),
        value,
        CopyRole.STANDBY,
        staleness.isPresent() ? staleness.getAsLong() : null,
        stores.behind(place).getOrDefault(owner.partition(), 0L));
  }

  private StoredRecord record(
      StorePlace place,
      String key,
      int partition,
      byte @Nullable [] value,
      CopyRole role,
      @Nullable Long staleness,
      long behind) {
    if (value == null) {
      throw ProblemException.notFound(RemoteStores.none(place.name(), key));
    }
    return new StoredRecord(
        place.name(),
        key,
        partition,
        owners.self(),
        role,
        staleness,
        behind,
        decoder.decode(place.name(), key, value));
  }
}
