package io.caseclock.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a server is started.
 *
 * @param durable whether what it holds has to last: a commit waits for the disk, and a password
 *     costs whoever guesses it as much as usual, and so does each new connection
 */
record PostgresSettings(int port, String superuserPassword, boolean durable) {

  private static final int USUAL_ITERATIONS = 4096;

  /** Returns how often a password is hashed, at every new connection by both sides. */
  int scramIterations() {
    return durable ? USUAL_ITERATIONS : 1;
  }

  /** Returns the options as {@code pg_ctl -o} hands them to a shell. */
  String asOptions() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("port", Integer.toString(port));
    values.put("listen_addresses", "127.0.0.1");
    values.put("unix_socket_directories", "");
    values.put("max_connections", "200");
    values.put("shared_buffers", "64MB");
    values.put("timezone", "UTC");
    values.put("log_timezone", "UTC");
    values.put("jit", "off");
    values.put("fsync", durable ? "on" : "off");
    values.put("synchronous_commit", durable ? "on" : "off");
    values.put("full_page_writes", durable ? "on" : "off");
    values.put("scram_iterations", Integer.toString(scramIterations()));
    return values.entrySet().stream()
        .map(entry -> "-c " + entry.getKey() + "='" + entry.getValue() + "'")
        .collect(Collectors.joining(" "));
  }
}
