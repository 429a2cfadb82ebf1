package io.caseclock.local;

import io.caseclock.embedded.FreePort;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The ports of one stack, all on the loopback address. */
public record StackPorts(int console, int intake, int monitor, int postgres, int kafka) {

  public static final StackPorts USUAL = new StackPorts(8080, 8081, 8082, 54329, 59092);

  /** Returns ports that nobody listens on. */
  public static StackPorts free() {
    return new StackPorts(0, 0, 0, 0, 0).chosen();
  }

  /** Returns the same ports with every 0 replaced by a free one. */
  public StackPorts chosen() {
    return new StackPorts(
        orFree(console), orFree(intake), orFree(monitor), orFree(postgres), orFree(kafka));
  }

  /** Refuses ports that another program listens on, and names the option that changes each. */
  void checkFree() {
    named().forEach(StackPorts::checkFree);
  }

  private Map<String, Integer> named() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("console", console);
    ports.put("intake", intake);
    ports.put("monitor", monitor);
    ports.put("postgres", postgres);
    ports.put("kafka", kafka);
    return ports;
  }

  private static void checkFree(String name, int port) {
    if (FreePort.isTaken(port)) {
      throw new StackException(
          "Port %d (%s) is taken by another program. Choose another one with --%s-port or %s."
              .formatted(port, name, name, "CASECLOCK_" + name.toUpperCase(Locale.ROOT) + "_PORT"));
    }
  }

  private static int orFree(int port) {
    return port == 0 ? FreePort.any() : port;
  }
}
