package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Subject;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One row of a pack's {@code examples.csv}, turned into the events that it describes. */
record WorkedExample(
    String id,
    Rule rule,
    Instant start,
    Map<String, String> circumstances,
    String expected,
    String why) {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  static WorkedExample parse(Pack pack, String line) {
    var cells = cells(line);
    var rule =
        pack.rule(cells.get(1)).orElseThrow(() -> new AssertionError("no rule " + cells.get(1)));
    Map<String, String> circumstances = new LinkedHashMap<>();
    for (var part : cells.get(3).split(";")) {
      var equals = part.indexOf('=');
      if (equals > 0) {
        circumstances.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return new WorkedExample(
        cells.get(0),
        rule,
        OffsetDateTime.parse(cells.get(2)).toInstant(),
        circumstances,
        cells.get(4),
        cells.get(5));
  }

  Set<CaseEvent> events(Pack pack) {
    var story = new Story(Subject.ofCase("A990001"), pack.zone());
    var version = rule.versionOn(start.atZone(pack.zone()).toLocalDate()).orElseThrow();
    story.happens(rule.starts().getFirst(), start, startData(pack));
    each("tolling").forEach(span -> toll(story, version, span));
    each("extensions").forEach(text -> extend(story, version, text));
    each("restart_at")
        .forEach(
            at ->
                story.happens(
                    version.restarts().getFirst().trigger().event(),
                    OffsetDateTime.parse(at).toInstant(),
                    Map.of()));
    return story.events();
  }

  private Map<String, Object> startData(Pack pack) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (circumstances.containsKey("period")) {
      data.put("term", Term.parse(circumstances.get("period")).iso());
    }
    if (circumstances.containsKey("custody")) {
      data.put("facts", Map.of("custody", true));
    }
    if (rule.direction() == Direction.BACKWARD) {
      data.put("on", start.atZone(pack.zone()).toLocalDate().toString());
    }
    return data;
  }

  private static void toll(Story story, RuleVersion version, String span) {
    var days = span.split("\\.\\.");
    var pair = version.tolling().getFirst();
    story.happens(pair.from().event(), LocalDate.parse(days[0]), MORNING, Map.of());
    story.happens(pair.to().event(), LocalDate.parse(days[1]), MORNING, Map.of());
  }

  private void extend(Story story, RuleVersion version, String text) {
    var parts = text.split(" approved ");
    var used =
        (int) story.events().stream().filter(e -> e.type().equals("extension-approved")).count();
    var kinds = version.extensions();
    var kind = kinds.get(Math.min(used, kinds.size() - 1));
    story.happens(
        "extension-approved",
        LocalDate.parse(parts[1]),
        MORNING,
        Map.of("rule", rule.id(), "adds", Term.parse(parts[0]).iso(), "level", kind.level()));
  }

  private List<String> each(String name) {
    var text = circumstances.get(name);
    if (text == null) {
      return List.of();
    }
    return name.equals("restart_at") ? List.of(text) : Arrays.asList(text.split("\\+"));
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    var quoted = false;
    for (var c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @Override
  public String toString() {
    return id + " " + rule.id() + ": " + why;
  }
}
