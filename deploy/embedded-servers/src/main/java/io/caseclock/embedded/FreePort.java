package io.caseclock.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class FreePort {

  /** Below those that systems usually give to connections, which take one without asking. */
  private static final int FIRST = 20_000;

  private static final int BEHIND_THE_LAST = 32_768;

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /**
   * Returns a port nobody listened on a moment ago. No port is returned twice, and to no other JVM
   * of this user before this one ends: whoever got it first may not listen on it yet.
   */
  public static int any() {
    var port = free();
    while (!GIVEN.add(port) || !PortClaims.claim(port)) {
      port = free();
    }
    return port;
  }

  private static int free() {
    return ThreadLocalRandom.current()
        .ints(FIRST, BEHIND_THE_LAST)
        .filter(port -> !isTaken(port))
        .findFirst()
        .orElseThrow();
  }

  /** Returns whether somebody listens on the port, on the loopback or on every address. */
  public static boolean isTaken(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port), 1);
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
