package dev.rampart.ops.chaos.network;

import dev.rampart.ops.broker.Entrance;
import dev.rampart.ops.broker.FreePorts;
import dev.rampart.ops.broker.Member;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A link from every instance to every broker. Each instance has a listener of its own on each
 * broker, so that one of them can be cut off while the others go on.
 */
public final class Network implements AutoCloseable {
  private final List<Member> members;
  private final List<List<Link>> links;

  private Network(List<Member> members, List<List<Link>> links) {
    this.members = members;
    this.links = links;
  }

  /** Lays the links of so many instances to these brokers, which are not started yet. */
  public static Network between(int instances, List<Member> brokers) throws IOException {
    List<List<Link>> links = new ArrayList<>();
    for (int instance = 0; instance < instances; instance++) {
      links.add(new ArrayList<>());
    }
    List<Member> members = new ArrayList<>();
    for (Member broker : brokers) {
      members.add(broker.with(entrances(links)));
    }
    return new Network(members, links);
  }

  private static List<Entrance> entrances(List<List<Link>> links) throws IOException {
    List<Entrance> entrances = new ArrayList<>();
    for (int port : FreePorts.take(links.size())) {
      Link link = Link.to(port);
      links.get(entrances.size()).add(link);
      entrances.add(new Entrance("INSTANCE" + (entrances.size() + 1), port, link.port()));
    }
    return entrances;
  }

  /** The brokers with the listeners that the links lead to: what the cluster is started with. */
  public List<Member> members() {
    return members;
  }

  /** What an instance connects to, from 0. */
  public String bootstrap(int instance) {
    return links.get(instance).stream()
        .map(link -> "127.0.0.1:" + link.port())
        .collect(Collectors.joining(","));
  }

  /** Cuts an instance off from every broker. */
  public void cut(int instance) {
    each(instance, Link::cut);
  }

  /** Makes all links of an instance slow. */
  public void delay(int instance, Duration by) {
    each(instance, link -> link.delay(by));
  }

  /** Lets everything of an instance pass again. */
  public void heal(int instance) {
    each(instance, Link::heal);
  }

  @Override
  public void close() throws IOException {
    for (List<Link> each : links) {
      for (Link link : each) {
        link.close();
      }
    }
  }

  private void each(int instance, Consumer<Link> change) {
    links.get(instance).forEach(change);
  }
}
