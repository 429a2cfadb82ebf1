package io.caseclock.monitor.list;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.Names;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.MonitorDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database of its own with the monitor's tables, a tree of units, and rows as a test says. */
public final class ListTables {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final Instant NOW = Instant.parse("2026-07-10T02:00:00Z");

  /** A bureau, two sub-bureaus and two stations below the first. */
  public static final List<String> UNITS = List.of("R", "R1", "R2", "R11", "R12");

  static final List<String> LISTS = List.of("closing", "property");
  static final List<String> SEVERITIES = List.of("grave", "serious", "ordinary");
  static final List<String> CAUSES = List.of("recorded", "contradiction", "audit");

  /** A deadline as the naive reader knows it. */
  public record Line(
      String caseId,
      UUID id,
      String rule,
      String list,
      String element,
      String unit,
      @Nullable String officer,
      String severity,
      String phase,
      Instant startedAt,
      @Nullable Instant dueAt,
      @Nullable Instant lateFrom,
      @Nullable Instant endedAt,
      @Nullable LocalDate countedOn) {}

  /** A finding likewise. */
  public record Found(
      String caseId,
      String id,
      String unit,
      @Nullable String officer,
      String cause,
      String element,
      Instant raisedAt,
      @Nullable Instant endedAt) {}

  public final DataSource dataSource = MonitorDatabase.fresh();
  public final List<Line> lines = new ArrayList<>();
  public final List<Found> found = new ArrayList<>();
  private final Sql sql = new Sql(dataSource);

  public ListTables() {
    new JdbcDirectory(dataSource, InstantSource.fixed(NOW)).apply(units());
  }

  /** So many below R and R2 that statements name them otherwise than those below R1. */
  public static List<DirectoryEvent> units() {
    return Stream.concat(
            Stream.of(
                unit("R", null, "bureau"),
                unit("R1", "R", "sub-bureau"),
                unit("R2", "R", "sub-bureau"),
                unit("R11", "R1", "station"),
                unit("R12", "R1", "station")),
            IntStream.range(100, 170).mapToObj(number -> unit("R2" + number, "R2", "station")))
        .toList();
  }

  private static DirectoryEvent unit(String id, @Nullable String parent, String kind) {
    return new DirectoryEvent.UnitRegistered(id, parent, new Names("示例" + id, "Sample"), kind);
  }

  /** Whether the unit is the root or lies below it, as the ids say. */
  public static boolean isWithin(String unit, String root) {
    return unit.startsWith(root);
  }

  public void clear() {
    sql.update("delete from deadline");
    sql.update("delete from finding");
    sql.update("delete from list_meeting");
    sql.update("delete from list_meeting_unit");
    sql.update("delete from list_meeting_row");
    lines.clear();
    found.clear();
  }

  public void add(Line line) {
    lines.add(line);
    sql.update(
        "insert into deadline (case_id, id, subject, rule, start_source, start_event, pack,"
            + " pack_version, rule_version, element, statutory, severity, list, unit, officer,"
            + " started_at, phase, due_at, late_from, provisional, ended_at, ended_known_at,"
            + " revision, calendar_version, input_hash, refused, updated_at, counted_on)"
            + " values (?, ?::uuid, ?, ?, 'urn:x', 'e', 'p', '1', '1', ?, true, ?, ?, ?, ?, ?, ?,"
            + " ?::timestamptz, ?::timestamptz, false, ?::timestamptz, ?::timestamptz, 1, '', '',"
            + " '', ?, ?::date)",
        line.caseId(),
        line.id(),
        "case/" + line.caseId(),
        line.rule(),
        line.element(),
        line.severity(),
        line.list(),
        line.unit(),
        line.officer(),
        line.startedAt(),
        line.phase(),
        line.dueAt(),
        line.lateFrom(),
        line.endedAt(),
        line.endedAt(),
        NOW,
        line.countedOn());
  }

  public void add(Found one) {
    found.add(one);
    sql.update(
        "insert into finding (case_id, id, subject, unit, officer, cause, element, provision,"
            + " text_zh, text_en, raised_at, ended_at, ended_as) values (?, ?, ?, ?, ?, ?, ?, '-',"
            + " '示例', 'sample', ?, ?::timestamptz, ?)",
        one.caseId(),
        one.id(),
        "case/" + one.caseId(),
        one.unit(),
        one.officer(),
        one.cause(),
        one.element(),
        one.raisedAt(),
        one.endedAt(),
        one.endedAt() == null ? null : "corrected");
  }

  /** Ends a deadline as done after its due instant. */
  public void end(Line line, String phase, Instant at) {
    sql.update(
        "update deadline set phase = ?, ended_at = ?, ended_known_at = ? where id = ?",
        phase,
        at,
        at,
        line.id());
  }

  /** Deadlines and findings of all kinds, around now. */
  public void fill(Random random, int rows) {
    for (var i = 0; i < rows; i++) {
      add(anyLine(random));
      if (i % 2 == 0) {
        add(anyFinding(random));
      }
    }
  }

  private static Line anyLine(Random random) {
    var started = NOW.minusSeconds(3_600L * (1 + random.nextInt(400)));
    var due = started.plusSeconds(3_600L * (1 + random.nextInt(500)));
    var ended = started.plusSeconds(3_600L * (1 + random.nextInt(300)));
    var isEnded = random.nextBoolean() && !ended.isAfter(NOW);
    var isPaused = !isEnded && random.nextInt(5) == 0;
    var phase =
        isPaused ? "paused" : isEnded ? (ended.isBefore(due) ? "met" : "met-late") : "running";
    return new Line(
        "C" + random.nextInt(20),
        new UUID(random.nextLong(), random.nextLong()),
        "rule-" + random.nextInt(4),
        any(random, LISTS),
        any(random, List.of("case", "property")),
        any(random, UNITS),
        random.nextInt(4) == 0 ? null : "O" + random.nextInt(3),
        any(random, SEVERITIES),
        phase,
        started,
        isPaused ? null : due,
        isPaused || random.nextInt(8) == 0 ? null : due,
        isEnded ? ended : null,
        isPaused ? null : due.atZone(ZONE).toLocalDate());
  }

  private static Found anyFinding(Random random) {
    var raised = NOW.minusSeconds(3_600L * (1 + random.nextInt(400)));
    var ended = raised.plusSeconds(3_600L * (1 + random.nextInt(400)));
    return new Found(
        "C" + random.nextInt(20),
        "finding:" + new UUID(random.nextLong(), random.nextLong()),
        any(random, UNITS),
        random.nextInt(4) == 0 ? null : "O" + random.nextInt(3),
        any(random, CAUSES),
        any(random, List.of("case", "property")),
        raised,
        random.nextBoolean() && !ended.isAfter(NOW) ? ended : null);
  }

  private static String any(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
