package io.caseclock.pack;

import io.caseclock.contract.Names;
import io.caseclock.time.OfficeHours;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param lists by their ids, in the order of their file, as are the indicators
 * @param documents templates of printed documents, and what stands in them
 * @param numbers how units are appraised, and which bulletins are made
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
    Map<String, SupervisionList> lists,
    Map<String, Indicator> indicators,
    List<CalendarYear> calendar,
    String calendarVersion,
    List<Route> routes,
    List<TaskKind> tasks,
    PrintedDocuments documents,
    Numbers numbers) {

  public Pack {
    levels = Map.copyOf(levels);
    eventTypes = Map.copyOf(eventTypes);
    facts = Map.copyOf(facts);
    rules = List.copyOf(rules);
    lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    indicators = Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
    calendar = List.copyOf(calendar);
    routes = List.copyOf(routes);
    tasks = List.copyOf(tasks);
  }

  /**
   * What a pack may say about numbers beside its indicators and lists.
   *
   * @param standing null where it appraises no units
   * @param bulletins null where it asks for none
   */
  public record Numbers(@Nullable Standing standing, @Nullable Bulletins bulletins) {

    /** Says nothing. */
    public static final Numbers NONE = new Numbers(null, null);
  }

  /** A pack that says nothing of {@link Numbers}. */
  public Pack(
      String id,
      String version,
      Names names,
      ZoneId zone,
      OfficeHours officeHours,
      Map<String, Level> levels,
      Map<String, EventType> eventTypes,
      Map<String, Fact> facts,
      List<Rule> rules,
      Map<String, SupervisionList> lists,
      Map<String, Indicator> indicators,
      List<CalendarYear> calendar,
      String calendarVersion,
      List<Route> routes,
      List<TaskKind> tasks,
      PrintedDocuments documents) {
    this(
        id,
        version,
        names,
        zone,
        officeHours,
        levels,
        eventTypes,
        facts,
        rules,
        lists,
        indicators,
        calendar,
        calendarVersion,
        routes,
        tasks,
        documents,
        Numbers.NONE);
  }

  public Optional<Standing> standing() {
    return Optional.ofNullable(numbers.standing());
  }

  public Optional<Bulletins> bulletins() {
    return Optional.ofNullable(numbers.bulletins());
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
        documents,
        numbers);
  }
}
