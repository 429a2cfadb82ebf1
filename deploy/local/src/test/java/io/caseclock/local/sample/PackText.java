package io.caseclock.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the shipped rule pack says of event types and facts, read off its lines. The launcher does
 * not depend on the pack's reader; the pack's own tests see to its form.
 */
final class PackText {

  private static final Path PACK =
      Path.of("..", "..", "shared-model/src/main/resources/packs/cn-public-security");
  private static final Pattern ITEM = Pattern.compile("- (?:type|name|id): (\\S+)");
  private static final Pattern ELEMENT = Pattern.compile("  element: (\\S+)");
  private static final Pattern VALUES = Pattern.compile("  values: \\[(.*)]");
  private static final Pattern REQUIRED = Pattern.compile("    required: \\[\"(.*)\"]");

  final Map<String, String> elements = new HashMap<>();
  final Map<String, String> required = new HashMap<>();
  final Map<String, Set<Object>> facts = new HashMap<>();
  final Set<String> rules = new HashSet<>();

  PackText() {
    var type = "";
    for (var line : lines(PACK.resolve("events.yaml"))) {
      type = first(ITEM, line, type);
      put(elements, ELEMENT, line, type);
      put(required, REQUIRED, line, type);
    }
    var fact = "";
    for (var line : lines(PACK.resolve("facts.yaml"))) {
      fact = first(ITEM, line, fact);
      if (line.strip().equals("type: boolean")) {
        facts.put(fact, Set.of(true, false));
      }
      var values = VALUES.matcher(line);
      if (values.matches()) {
        facts.put(fact, Set.of((Object[]) values.group(1).split(", ")));
      }
    }
    readRules();
  }

  private void readRules() {
    try (var files = Files.list(PACK.resolve("rules"))) {
      for (var file : files.toList()) {
        for (var line : lines(file)) {
          var item = ITEM.matcher(line);
          if (item.matches()) {
            rules.add(item.group(1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Map<String, String> map, Pattern pattern, String line, String key) {
    var matcher = pattern.matcher(line);
    if (matcher.matches()) {
      map.put(key, matcher.group(1));
    }
  }

  private static String first(Pattern pattern, String line, String otherwise) {
    var matcher = pattern.matcher(line);
    return matcher.matches() ? matcher.group(1) : otherwise;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
