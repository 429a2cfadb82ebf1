package io.caseclock.monitor.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.jdbc.AuditTable;
import io.caseclock.audit.jdbc.ChainTable;
import io.caseclock.chain.ChainReport;
import io.caseclock.chain.ChainReport.Broken;
import io.caseclock.chain.ChainVerifier;
import io.caseclock.chain.DayHead;
import io.caseclock.chain.Fault;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.MonitorDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two days of five entries each, and what somebody who owns the database does to them. */
class AuditChainTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:00:00.123456789Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate LONG_AFTER = TODAY.plusDays(186);

  private final DataSource database = MonitorDatabase.fresh();
  private final Sql sql = new Sql(database);
  private final AuditTable table = new AuditTable(database);

  @Test
  void what_was_appended_is_a_whole_chain_over_its_days() {
    twoDays();

    var report = verify(TODAY);

    assertThat(report.broken()).isEmpty();
    assertThat(report.days()).isEqualTo(2);
    assertThat(report.entries()).isEqualTo(10);
    assertThat(report.last()).map(DayHead::day).hasValue(TODAY);
    assertThat(sql.query("select follows from audit_log_day order by day", row -> row.getString(1)))
        .startsWith(DayHead.GENESIS)
        .endsWith(
            sql.query("select last from audit_log_day order by day", row -> row.getString(1))
                .getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          update audit_log set status = 200 where number = 3 and day = TODAY | 3 | CHANGED
          update audit_log set account = null where number = 1 and day = TODAY | 1 | CHANGED
          update audit_log set ids = '{}' where number = 5 and day = TODAY | 5 | CHANGED
          update audit_log set at = at + '1us' where number = 2 and day = TODAY | 2 | CHANGED
          update audit_log set hash = repeat('0', 64) where number = 5 and day = TODAY | 5 | CHANGED
          delete from audit_log where number = 1 and day = TODAY | 1 | MISSING
          delete from audit_log where number = 3 and day = TODAY | 3 | MISSING
          delete from audit_log where number = 5 and day = TODAY | 5 | MISSING
          delete from audit_log where day = TODAY | 1 | MISSING
          update audit_log set number = 7 - number where number in (3, 4) and day = TODAY | 3 | SWAPPED
          update audit_log set number = 6 - number where number in (1, 5) and day = TODAY | 1 | SWAPPED
          update audit_log_day set last = repeat('0', 64) where day = TODAY | 5 | HEAD_DIFFERS
          update audit_log_day set entries = 6 where day = TODAY | 6 | MISSING
          update audit_log_day set entries = 4 where day = TODAY | 5 | ADDED
          delete from audit_log_day where day = YESTERDAY | 0 | NOT_JOINED
          delete from audit_log_day where day = TODAY | 0 | OUTSIDE
          """)
  void the_first_broken_link_is_named(String spoiling, int number, Fault fault) {
    append(YESTERDAY.minusDays(1), 1);
    twoDays();

    spoil(spoiling.replace("YESTERDAY", "'" + YESTERDAY + "'").replace("TODAY", "'" + TODAY + "'"));

    assertThat(verify(TODAY).broken()).hasValue(new Broken(TODAY, number, fault));
  }

  @Test
  void a_row_that_is_put_in_is_named_wherever_it_stands() {
    twoDays();

    spoil(
        "insert into audit_log"
            + " (at, roles, operation, ids, status, request_id, day, number, hash)"
            + " values ('2026-03-12T09:00:00Z', '{}', 'x', '{}', 200, 'x', '2026-03-12', 6, 'x')");
    assertThat(verify(TODAY).broken()).hasValue(new Broken(TODAY, 6, Fault.ADDED));

    spoil("update audit_log_day set entries = 6 where day = '2026-03-12'");
    assertThat(verify(TODAY).broken()).hasValue(new Broken(TODAY, 6, Fault.CHANGED));

    spoil("update audit_log set number = number + 10 where day = '2026-03-12'");
    spoil("update audit_log set number = 1 where number = 16");
    spoil("update audit_log set number = number - 9 where number > 10");
    assertThat(verify(TODAY).broken()).hasValue(new Broken(TODAY, 1, Fault.SWAPPED));
  }

  @Test
  void a_day_that_vanishes_with_its_head_is_missed_by_the_day_after_it() {
    append(YESTERDAY.minusDays(1), 2);
    twoDays();

    spoil("delete from audit_log where day = '2026-03-11'");
    spoil("delete from audit_log_day where day = '2026-03-11'");

    assertThat(verify(TODAY).broken()).hasValue(new Broken(TODAY, 0, Fault.NOT_JOINED));
    assertThat(verify(LONG_AFTER).broken()).hasValue(new Broken(TODAY, 0, Fault.NOT_JOINED));
  }

  @Test
  void a_clock_that_steps_back_opens_no_old_day() {
    twoDays();

    append(YESTERDAY, 2);

    assertThat(verify(TODAY).broken()).isEmpty();
    assertThat(sql.query("select entries from audit_log_day order by day", row -> row.getInt(1)))
        .containsExactly(5, 7);
  }

  @Test
  void a_batch_over_midnight_is_of_both_days() {
    table.append(
        List.of(
            entry(NOW.minus(Duration.ofDays(1)), "before"),
            entry(NOW, "after"),
            entry(NOW.minus(Duration.ofDays(1)), "late")));

    assertThat(verify(TODAY).broken()).isEmpty();
    assertThat(sql.query("select entries from audit_log_day order by day", row -> row.getInt(1)))
        .containsExactly(1, 2);
  }

  @Test
  void writers_at_once_make_one_chain_and_it_is_proved_while_they_write()
      throws ExecutionException, InterruptedException {
    try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writing = new ArrayList<>();
      for (var replica = 0; replica < 4; replica++) {
        writing.add(
            replicas.submit(
                () -> {
                  var own = new AuditTable(database);
                  for (var batch = 0; batch < 50; batch++) {
                    own.append(List.of(entry(NOW, "r1"), entry(NOW, "r2"), entry(NOW, "r3")));
                  }
                }));
      }
      do {
        assertThat(verify(TODAY).broken()).isEmpty();
      } while (!writing.stream().allMatch(Future::isDone));
      for (var each : writing) {
        each.get();
      }
    }

    assertThat(verify(TODAY)).returns(600L, ChainReport::entries);
    assertThat(verify(TODAY).broken()).isEmpty();
  }

  @Test
  void entries_from_before_the_chain_are_counted_and_newer_ones_are_a_breach() {
    outside("2026-01-01T00:00:00Z");
    twoDays();
    assertThat(verify(TODAY).broken()).isEmpty();
    assertThat(verify(TODAY).outside()).isEqualTo(1);

    outside("2026-03-12T23:59:59Z");
    assertThat(verify(TODAY).broken()).isEmpty();

    outside("2026-03-13T00:00:00Z");
    assertThat(verify(TODAY).broken()).hasValue(new Broken(TODAY.plusDays(1), 0, Fault.OUTSIDE));
  }

  @Test
  void the_retention_drops_whole_days_and_their_heads_stay() {
    outside("2020-01-01T00:00:00Z");
    for (var day = 1; day <= 3; day++) {
      append(LocalDate.of(2020, 1, day), 4);
    }
    twoDays();

    assertThat(table.forget(Instant.parse("2020-01-02T23:59:59Z"), 100)).isEqualTo(1 + 4);
    assertThat(table.forget(Instant.parse("2020-01-02T23:59:59Z"), 100)).isZero();
    assertThat(table.forget(Instant.parse("2020-01-03T00:00:00Z"), 100)).isEqualTo(4);

    var report = verify(TODAY);
    assertThat(report.broken()).isEmpty();
    assertThat(report.forgotten()).isEqualTo(2);
    assertThat(report.days()).isEqualTo(3);
    assertThat(report.outside()).isZero();
  }

  @Test
  void the_newest_day_is_never_forgotten() {
    append(LocalDate.of(2020, 1, 1), 4);

    assertThat(table.forget(Instant.parse("2026-01-01T00:00:00Z"), 100)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"184, MISSING", "185, "})
  void a_day_of_which_nothing_is_left_is_forgotten_only_after_half_a_year(int days, Fault fault) {
    twoDays();
    spoil("delete from audit_log where day = '2026-03-11'");

    assertThat(verify(YESTERDAY.plusDays(days)).broken().map(Broken::fault).orElse(null))
        .isEqualTo(fault);
  }

  @Test
  void a_day_is_not_forgotten_in_part_nor_after_one_that_was_kept() {
    twoDays();
    spoil("delete from audit_log where day = '2026-03-12'");
    assertThat(verify(LONG_AFTER).broken()).hasValue(new Broken(TODAY, 1, Fault.MISSING));

    spoil("delete from audit_log where day = '2026-03-11' and number < 3");
    assertThat(verify(LONG_AFTER).broken()).hasValue(new Broken(YESTERDAY, 1, Fault.MISSING));
  }

  @Test
  void more_than_a_page_is_proved_to_its_end() {
    append(TODAY, 1_001);
    assertThat(verify(TODAY)).returns(1_001L, ChainReport::entries);

    spoil("update audit_log set status = 1 where number = 1001");
    assertThat(verify(TODAY).broken()).hasValue(new Broken(TODAY, 1_001, Fault.CHANGED));
  }

  @Test
  void nobody_changes_a_head_that_is_kept() {
    twoDays();

    for (var change :
        List.of(
            "delete from audit_log_day",
            "update audit_log_day set last = ''",
            "update audit_log_day set entries = 1",
            "update audit_log_day set entries = 9, follows = ''")) {
      assertThatThrownBy(() -> sql.update(change)).hasMessageContaining("only appended to");
    }
  }

  private void twoDays() {
    append(YESTERDAY, 5);
    append(TODAY, 5);
  }

  private void append(LocalDate day, int entries) {
    var at = NOW.plus(Duration.ofDays(day.toEpochDay() - TODAY.toEpochDay()));
    table.append(
        IntStream.range(0, entries).mapToObj(n -> entry(at.plusNanos(n), "r" + n)).toList());
  }

  private static AuditEntry entry(Instant at, String id) {
    var actor = new Actor("legal", null, List.of("legal-officer", "officer"), "D01");
    return new AuditEntry(
        at, actor, "POST /silences/{id}/end", Map.of("unit", "城关所", "id", "\"a,b\""), 404, id);
  }

  private void outside(String at) {
    sql.update(
        "insert into audit_log (at, roles, operation, ids, status, request_id)"
            + " values (?, '{}', 'x', '{}', 200, 'x')",
        Instant.parse(at));
  }

  /** As whoever owns the tables can: without the triggers, and whatever is unique. */
  private void spoil(String change) {
    sql.transact(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute("alter table audit_log disable trigger user");
            statement.execute("alter table audit_log_day disable trigger user");
            statement.execute("drop index if exists audit_log_by_number");
            return statement.executeUpdate(change);
          }
        });
  }

  private ChainReport verify(LocalDate today) {
    return ChainVerifier.verify(new ChainTable(database), today);
  }
}
