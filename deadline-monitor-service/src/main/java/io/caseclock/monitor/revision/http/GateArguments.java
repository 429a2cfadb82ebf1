package io.caseclock.monitor.revision.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the gate is told.
 *
 * @param monitor that runs, and is asked
 * @param tokenFile holds the bearer token
 * @param atMost so many changes are let through
 * @param packs folders and ids of shipped packs, as the release will have them
 */
record GateArguments(URI monitor, Path tokenFile, int atMost, List<String> packs) {

  static final String USAGE =
      "Usage: pack-impact --monitor=URL --token-file=FILE --at-most=N PACK...";

  private static final Set<String> OPTIONS = Set.of("--monitor", "--token-file", "--at-most");

  /** Throws {@link IllegalArgumentException} with a sentence for a person. */
  static GateArguments of(List<String> arguments) {
    Map<String, String> options = new HashMap<>();
    List<String> packs = new ArrayList<>();
    for (var argument : arguments) {
      if (!argument.startsWith("-")) {
        packs.add(argument);
        continue;
      }
      var parts = argument.split("=", 2);
      if (parts.length < 2 || !OPTIONS.contains(parts[0])) {
        throw new IllegalArgumentException("Not an option: " + argument);
      }
      if (options.put(parts[0], parts[1]) != null) {
        throw new IllegalArgumentException(parts[0] + " stands there twice.");
      }
    }
    if (packs.isEmpty()) {
      throw new IllegalArgumentException("No pack is named.");
    }
    return new GateArguments(
        address(required(options, "--monitor")),
        Path.of(required(options, "--token-file")),
        number(required(options, "--at-most")),
        List.copyOf(packs));
  }

  private static String required(Map<String, String> options, String name) {
    var value = options.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing.");
    }
    return value;
  }

  private static URI address(String text) {
    if (!text.matches("https?://[^/?#@\\s]+/?") || URI.create(text).getHost() == null) {
      throw new IllegalArgumentException("Not an address such as http://monitor:8082: " + text);
    }
    return URI.create(text).resolve("/");
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("--at-most is not a number: " + text);
    }
    return Integer.parseInt(text);
  }
}
