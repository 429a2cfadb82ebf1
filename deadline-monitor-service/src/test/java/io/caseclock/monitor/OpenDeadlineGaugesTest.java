package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.jdbc.JdbcRollUps;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.jdbc.OpenDeadlineGauges;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many deadlines are open, as Prometheus is told, beside a count of the table. */
class OpenDeadlineGaugesTest {

  private static final Law LAW =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final Instant BEGUN_AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final String RUNNING = "phase = 'running'";

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final JdbcRollUps rollUps = new JdbcRollUps(dataSource);
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Instant now = BEGUN_AT;

  @BeforeEach
  void unitsInATree() throws SQLException {
    for (var path : List.of("/X01/", "/X01/X0101/", "/X01/X0102/", "/Y01/")) {
      var id = path.replaceAll(".*/(.+)/", "$1");
      execute(
          "insert into unit (id, parent, name_zh, name_en, kind, path) values ('%s', null, '示例',"
                  .formatted(id)
              + " 'Sample', 'station', '%s')".formatted(path));
    }
    new OpenDeadlineGauges(dataSource, () -> now).bindTo(metrics);
  }

  @Test
  void each_open_deadline_is_in_one_state() throws SQLException {
    aCase(1, "X0101");
    aCase(2, "X0102");
    aCase(3, "Y01");
    aCase(4, "Z01"); // a unit that the directory does not know
    aCase(5, "X01");
    change(1, "phase = 'paused', due_at = null, due_on = null, late_from = null");
    change(2, "provisional = true");
    change(3, "provisional = true, late_from = '2026-03-02T02:00:00Z'");
    change(5, "phase = 'met'");
    rollUps.rebuild(now);

    assertThat(gauge("paused")).isEqualTo(count("phase = 'paused'")).isPositive();
    assertThat(gauge("provisional")).isEqualTo(count(RUNNING + of(2))).isPositive();
    assertThat(gauge("breached")).isEqualTo(count(RUNNING + of(3))).isPositive();
    assertThat(gauge("running")).isEqualTo(count(RUNNING + of(4))).isPositive();
  }

  @Test
  void a_deadline_is_late_from_its_instant_on() throws SQLException {
    aCase(1, "X0101");
    change(1, "late_from = '2026-03-10T00:00:00Z'");
    rollUps.rebuild(now);
    var all = count(RUNNING);
    var states = new StringBuilder();

    for (var at : List.of("2026-03-09T23:59:59Z", "2026-03-10T00:00:00Z", "2026-03-10T00:00:01Z")) {
      states.append(breachedOfAFreshGauge(Instant.parse(at))).append(' ');
    }

    assertThat(states).hasToString("0.0 " + all + " " + all + " ");
  }

  @Test
  void the_database_is_asked_again_after_a_minute() throws SQLException {
    rollUps.rebuild(now);
    assertThat(gauge("paused")).isZero();
    aCase(1, "X0101");
    change(1, "phase = 'paused'");

    now = BEGUN_AT.plus(Duration.ofMinutes(1)).minusMillis(1);
    assertThat(gauge("paused")).isZero();
    now = BEGUN_AT.plus(Duration.ofMinutes(1));
    assertThat(gauge("paused")).isPositive();
  }

  @Test
  void what_cannot_be_asked_is_not_a_number() throws SQLException {
    execute("alter table count_month rename to elsewhere");

    assertThat(gauge("running")).isNaN();
    assertThat(gauge("paused")).isNaN();
  }

  private double breachedOfAFreshGauge(Instant at) {
    var fresh = new SimpleMeterRegistry();
    new OpenDeadlineGauges(dataSource, InstantSource.fixed(at)).bindTo(fresh);
    return gauge(fresh, "breached");
  }

  private double gauge(String state) {
    return gauge(metrics, state);
  }

  private static double gauge(SimpleMeterRegistry metrics, String state) {
    return metrics.get("caseclock.monitor.deadlines").tag("state", state).gauge().value();
  }

  private double count(String condition) {
    return new Sql(dataSource)
        .query("select count(*) from deadline where " + condition, row -> row.getLong(1))
        .getFirst();
  }

  private static String of(int number) {
    return " and case_id = '" + id(number) + "'";
  }

  private void change(int number, String assignments) throws SQLException {
    execute("update deadline set " + assignments + " where " + RUNNING + of(number));
  }

  private void execute(String statement) throws SQLException {
    try (var connection = dataSource.getConnection();
        var open = connection.createStatement()) {
      open.execute(statement);
    }
  }

  private void aCase(int number, String unit) {
    new TakeInEvents(
            new JdbcWatchedCases(dataSource),
            new CaseEvaluator(LAW, Duration.ofMinutes(10)),
            InstantSource.fixed(BEGUN_AT))
        .take(
            List.of(
                new CaseEvent(
                    new EventId("urn:precinct:x0101", "filed" + number),
                    "case-filed",
                    Subject.ofCase(id(number)),
                    id(number),
                    BEGUN_AT,
                    BEGUN_AT,
                    null,
                    unit,
                    "O1",
                    Map.of())));
  }

  private static String id(int number) {
    return "A98%05d".formatted(number);
  }
}
