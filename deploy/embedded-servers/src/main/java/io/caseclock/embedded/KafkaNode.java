package io.caseclock.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One node of a cluster in which each is broker and controller, on the loopback address.
 *
 * @param id counted from 1
 * @param port where its broker listens
 * @param controllerPorts where the controllers listen, that of node 1 first
 */
record KafkaNode(int id, int port, List<Integer> controllerPorts) {

  private static final int MOST_COPIES = 3;

  KafkaNode {
    controllerPorts = List.copyOf(controllerPorts);
    if (id < 1 || id > controllerPorts.size()) {
      throw new IllegalArgumentException("node " + id + " of " + controllerPorts.size());
    }
  }

  /** Returns the only node of its cluster, with any free port for its controller. */
  static KafkaNode alone(int port) {
    return new KafkaNode(1, port, List.of(FreePort.any()));
  }

  /** Returns what {@link #arguments()} was made from. */
  static KafkaNode of(List<String> arguments) {
    var numbers = arguments.stream().map(Integer::valueOf).toList();
    return new KafkaNode(numbers.get(0), numbers.get(1), numbers.subList(2, numbers.size()));
  }

  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of(Integer.toString(id), Integer.toString(port)));
    controllerPorts.forEach(controller -> arguments.add(Integer.toString(controller)));
    return arguments;
  }

  int controllerPort() {
    return controllerPorts.get(id - 1);
  }

  /** Returns the controllers as {@code controller.quorum.voters} names them. */
  String voters() {
    return IntStream.rangeClosed(1, controllerPorts.size())
        .mapToObj(voter -> voter + "@127.0.0.1:" + controllerPorts.get(voter - 1))
        .collect(Collectors.joining(","));
  }

  /** Returns on how many brokers each record is kept. */
  int copies() {
    return Math.min(MOST_COPIES, controllerPorts.size());
  }

  /** Returns how many copies there are at least before a record is confirmed. */
  int copiesBeforeConfirmed() {
    return Math.max(1, copies() - 1);
  }
}
