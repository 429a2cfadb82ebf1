package io.caseclock.pack;

import io.caseclock.contract.Names;
import io.caseclock.time.OfficeHours;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole rule pack, checked.
 *
 * @param version the pack's own version
 * @param zone turns instants into legal days
 * @param officeHours when the office works on a working day
 * @param calendarVersion a hash of all announced days; another calendar has another version
 * @param routes who is told of what; empty where the pack leaves that to another, else the last one
 *     matches everything
 * @param tasks what people are asked to do when a deadline opens
 * @param documents templates of printed documents, and what stands in them
 */
public record Pack(
    String id,
    String version,
    Names names,
    ZoneId zone,
    OfficeHours officeHours,
    Map<String, Level> levels,
    Map<String, EventType> eventTypes,
    Map<String, Fact> facts,
    List<Rule> rules,
    Map<String, Labelled> lists,
    Map<String, Labelled> indicators,
    List<CalendarYear> calendar,
    String calendarVersion,
    List<Route> routes,
    List<TaskKind> tasks,
    PrintedDocuments documents) {

  public Pack {
    levels = Map.copyOf(levels);
    eventTypes = Map.copyOf(eventTypes);
    facts = Map.copyOf(facts);
    rules = List.copyOf(rules);
    lists = Map.copyOf(lists);
    indicators = Map.copyOf(indicators);
    calendar = List.copyOf(calendar);
    routes = List.copyOf(routes);
    tasks = List.copyOf(tasks);
  }

  public Optional<Rule> rule(String ruleId) {
    return rules.stream().filter(rule -> rule.id().equals(ruleId)).findFirst();
  }

  /** The same pack with other rules. */
  public Pack withRules(List<Rule> others) {
    return new Pack(
        id,
        version,
        names,
        zone,
        officeHours,
        levels,
        eventTypes,
        facts,
        others,
        lists,
        indicators,
        calendar,
        calendarVersion,
        routes,
        tasks,
        documents);
  }
}
