package dev.rampart.ops.broker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a cluster: broker and controller in one, on 127.0.0.1.
 *
 * @param id from 1
 * @param port where clients and the other brokers connect
 * @param controllerPort where the controllers talk to each other
 * @param entrances further listeners
 */
public record Member(int id, int port, int controllerPort, List<Entrance> entrances) {
  static final String HOST = "127.0.0.1";

  public Member {
    entrances = List.copyOf(entrances);
  }

  /** So many members on free ports. */
  public static List<Member> onFreePorts(int count) throws IOException {
    List<Integer> ports = FreePorts.take(2 * count);
    List<Member> members = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      members.add(new Member(index + 1, ports.get(2 * index), ports.get(2 * index + 1), List.of()));
    }
    return members;
  }

  /** The same with these further listeners. */
  public Member with(List<Entrance> others) {
    return new Member(id, port, controllerPort, others);
  }

  /** Where clients connect: {@code 127.0.0.1:PORT}. */
  public String address() {
    return HOST + ":" + port;
  }

  String voter() {
    return id + "@" + HOST + ":" + controllerPort;
  }
}
