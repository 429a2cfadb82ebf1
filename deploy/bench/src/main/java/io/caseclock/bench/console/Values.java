package io.caseclock.bench.console;

import io.caseclock.bench.statistics.Bureau;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands in place of {@code {name}} in the path of a page, another value each round.
 *
 * @param byName at most fifty values each
 */
record Values(Map<String, List<String>> byName) {

  private static final int ENOUGH = 50;
  private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

  private static final Map<String, String> QUERIES =
      Map.ofEntries(
          Map.entry("unit", "select id from monitor.unit where id like 'XS%' order by id"),
          Map.entry("station", "select id from monitor.unit where id like 'XT%' order by md5(id)"),
          Map.entry(
              "officer",
              "select officer from monitor.officer_post where officer like 'XP%' order by"
                  + " md5(officer)"),
          Map.entry(
              "officer-name",
              "select name from monitor.officer_post where officer like 'XP%' order by"
                  + " md5(officer)"),
          Map.entry(
              "case",
              "select case_id from monitor.case_event where case_id not like 'X%' group by 1"
                  + " having count(*) >= 10 order by md5(case_id)"),
          Map.entry(
              "large-bureau-case",
              "select case_id from monitor.watched_case where case_id like 'X%' order by"
                  + " md5(case_id)"),
          Map.entry(
              "own-case",
              "select case_id from monitor.watched_case where case_id like 'X%' and unit ="
                  + " 'XT00000' order by md5(case_id)"),
          Map.entry(
              "case-beginning",
              "select left(case_id, 7) from monitor.watched_case where case_id like 'X%' order by"
                  + " md5(case_id)"),
          Map.entry(
              "case-end",
              "select right(case_id, 5) from monitor.watched_case where case_id like 'X%' order by"
                  + " md5(case_id)"),
          Map.entry("notice", "select id from notification.notice order by md5(id)"),
          Map.entry(
              "own-notice",
              "select id from notification.notice where unit = 'XT00000' order by md5(id)"),
          Map.entry("notice-number", "select number from notification.notice order by md5(id)"),
          Map.entry("task", "select id from notification.task order by md5(id)"),
          Map.entry(
              "own-task",
              "select id from notification.task where unit = 'XT00000' order by md5(id)"),
          Map.entry("breach", "select id from notification.escalation order by md5(id)"),
          Map.entry(
              "message",
              "select id from notification.inbox_entry where person = '"
                  + Visitor.SUPERVISOR.officer()
                  + "' order by md5(id)"),
          Map.entry(
              "own-message",
              "select id from notification.inbox_entry where person = '"
                  + Visitor.OFFICER.officer()
                  + "' order by md5(id)"),
          Map.entry("bulletin", "select id from notification.bulletin order by md5(id)"),
          Map.entry(
              "meeting",
              "select list || '/meetings/' || held_on from monitor.list_meeting order by 1"));

  static Values of(Pack pack, Bureau bureau, Connection connection) throws SQLException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (var query : QUERIES.entrySet()) {
      values.put(query.getKey(), read(connection, query.getValue() + " limit " + ENOUGH));
    }
    values.put("rule", of(pack, Rule::id));
    values.put("list", of(pack, Rule::list));
    values.put("element", of(pack, Rule::element));
    values.put("severity", of(pack, Rule::severity));
    values.put("indicator", pack.indicators().keySet().stream().limit(ENOUGH).toList());
    values.put("today", List.of(bureau.today().toString()));
    values.put("month-ago", List.of(bureau.today().minusMonths(1).toString()));
    values.put("month", List.of(bureau.today().toString().substring(0, 7)));
    return new Values(values);
  }

  private static List<String> of(Pack pack, Function<Rule, String> member) {
    return pack.rules().stream().map(member).distinct().limit(ENOUGH).toList();
  }

  private static List<String> read(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** The path with the values of a round; empty where there is none for one of its names. */
  Optional<String> in(String path, int round) {
    var lacking = names(path).anyMatch(name -> byName.getOrDefault(name, List.of()).isEmpty());
    return lacking
        ? Optional.empty()
        : Optional.of(NAME.matcher(path).replaceAll(name -> value(name.group(1), round)));
  }

  private static Stream<String> names(String path) {
    return NAME.matcher(path).results().map(name -> name.group(1));
  }

  /** A meeting is two segments of a path already. */
  private String value(String name, int round) {
    var values = byName.getOrDefault(name, List.of());
    var value = values.get(round % values.size());
    return name.equals("meeting") ? value : Browser.encoded(value);
  }
}
