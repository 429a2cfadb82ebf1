package io.caseclock.e2e.doors;

import io.caseclock.e2e.doors.AccessRule.Scope;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The table {@code access.md}. */
final class AccessRules {

  private static final String FILE = "/access.md";
  private static final String FIRST = "service";

  private AccessRules() {}

  /** All rows by the name of their operation. */
  static Map<String, AccessRule> read() {
    Map<String, AccessRule> rules = new LinkedHashMap<>();
    List<String> head = List.of();
    for (var line : lines()) {
      var cells = cells(line);
      if (cells.getFirst().equals(FIRST)) {
        head = cells;
      } else if (!head.isEmpty() && !cells.getFirst().startsWith("-")) {
        add(rules, head, cells);
      }
    }
    return rules;
  }

  private static void add(Map<String, AccessRule> rules, List<String> head, List<String> cells) {
    var services =
        cells.getFirst().equals("every")
            ? Arrays.stream(ServiceKind.values()).map(ServiceKind::schema).toList()
            : List.of(cells.getFirst());
    for (var service : services) {
      var rule = rule(service + " " + cells.get(1), head, cells);
      if (rules.put(rule.name(), rule) != null) {
        throw new IllegalStateException("two rows of " + FILE + " for " + rule.name());
      }
    }
  }

  private static AccessRule rule(String name, List<String> head, List<String> cells) {
    if (cells.size() != head.size()) {
      throw new IllegalStateException("a row of " + FILE + " lacks a cell: " + name);
    }
    var roles = EnumSet.noneOf(LocalRole.class);
    for (var role : LocalRole.values()) {
      if (cells.get(head.indexOf(role.claim())).equals("x")) {
        roles.add(role);
      }
    }
    var scope = Scope.valueOf(cells.get(head.indexOf("scope")).toUpperCase(Locale.ROOT));
    return new AccessRule(name, roles, scope, named(cells.get(head.indexOf("of"))));
  }

  private static Map<String, String> named(String cell) {
    Map<String, String> named = new LinkedHashMap<>();
    for (var pair : cell.isEmpty() ? List.<String>of() : List.of(cell.split(" "))) {
      var cut = pair.indexOf('=');
      named.put(pair.substring(0, cut), pair.substring(cut + 1));
    }
    return named;
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>(Arrays.asList(row.split("\\|", -1)));
    return cells.subList(1, cells.size() - 1).stream().map(String::strip).toList();
  }

  private static List<String> lines() {
    try (var file = AccessRules.class.getResourceAsStream(FILE)) {
      var text =
          new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> line.startsWith("|")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
