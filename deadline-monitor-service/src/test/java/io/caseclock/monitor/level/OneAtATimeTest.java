package io.caseclock.monitor.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caseclock.contract.CaseLevel;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.MonitorDatabase;
import io.caseclock.monitor.jdbc.JdbcAccesses;
import io.caseclock.monitor.jdbc.JdbcCaseLevels;
import io.caseclock.monitor.level.Accesses.Which;
import io.caseclock.monitor.level.CaseLevels.Kept;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who are let go at the same moment, as by two replicas, each with a connection of its own. */
class OneAtATimeTest {

  private static final Instant START = Instant.parse("2026-07-20T02:00:00Z");
  private static final String CASE = "A990001";

  private final DataSource database = MonitorDatabase.fresh();
  private final Sql sql = new Sql(database);
  private final CaseLevels levels = new JdbcCaseLevels(database);
  private final Accesses accesses = new JdbcAccesses(database);

  @BeforeEach
  void aCase() {
    sql.update(
        "insert into unit (id, path, name_zh, name_en, kind)"
            + " values ('X01', '/X01/', '示例', 'Sample', 'station')");
    sql.update(
        "insert into watched_case (case_id, unit, evaluated_at) values (?, 'X01', ?)", CASE, START);
  }

  @Test
  void one_who_opens_a_case_twice_at_once_has_opened_it_once() throws Exception {
    var opened = atOnce(() -> open("li", START), () -> open("li", START.plusMillis(1)));

    assertThat(opened).containsExactlyInAnyOrder(true, false);
    assertThat(listed()).hasSize(1);
  }

  @Test
  void two_who_open_it_at_once_have_opened_it_each() throws Exception {
    assertThat(atOnce(() -> open("li", START), () -> open("wang", START)))
        .containsExactly(true, true);
    assertThat(listed()).hasSize(2);
  }

  @Test
  void whose_access_has_ended_opens_it_again() {
    var end = START.plus(Duration.ofHours(4));

    assertThat(open("li", START)).isTrue();
    assertThat(open("li", end.minusMillis(1))).isFalse();
    assertThat(open("li", end)).isTrue();
  }

  @Test
  void of_two_who_set_a_level_at_once_in_place_of_the_same_one_the_second_is_refused()
      throws Exception {
    levels.keep(level(CaseLevel.RESTRICTED, START), null, 10);
    var seen = new SeenLevel(START);

    var kept =
        atOnce(
            () -> levels.keep(level(CaseLevel.ORDINARY, START.plusSeconds(1)), seen, 10),
            () -> levels.keep(level(CaseLevel.ORDINARY, START.plusSeconds(2)), seen, 10));

    assertThat(kept).containsExactlyInAnyOrder(Kept.DONE, Kept.STALE);
    assertThat(levels.changes(CASE)).hasSize(2);
  }

  @Test
  void what_was_seen_counts_to_the_microsecond_and_so_does_that_there_was_none() {
    assertThat(set(1, new SeenLevel(START))).isEqualTo(Kept.STALE);
    assertThat(set(1, new SeenLevel(null))).isEqualTo(Kept.DONE);
    assertThat(set(2, new SeenLevel(null))).isEqualTo(Kept.STALE);
    assertThat(set(2, new SeenLevel(START.plusSeconds(1).plusNanos(999)))).isEqualTo(Kept.DONE);
    assertThat(set(3, new SeenLevel(START.plusSeconds(2).plusNanos(1_000)))).isEqualTo(Kept.STALE);
    assertThat(set(3, null)).isEqualTo(Kept.DONE);
  }

  @Test
  void the_level_that_it_has_already_is_not_kept_again_and_a_stale_one_is_refused_all_the_same() {
    assertThat(levels.keep(level(CaseLevel.ORDINARY, START), null, 10)).isEqualTo(Kept.UNCHANGED);
    assertThat(levels.of(CASE)).isEmpty();
    assertThat(set(1, null)).isEqualTo(Kept.DONE);
    assertThat(set(3, null)).isEqualTo(Kept.UNCHANGED);
    assertThat(set(3, new SeenLevel(START.plusSeconds(1)))).isEqualTo(Kept.UNCHANGED);
    assertThat(set(3, new SeenLevel(START))).isEqualTo(Kept.STALE);

    assertThat(levels.of(CASE)).map(SetLevel::at).contains(START.plusSeconds(1));
    assertThat(levels.changes(CASE)).hasSize(1);
    assertThat(sql.query("select 1 from outbox", row -> row.getInt(1))).hasSize(1);
  }

  /** Restricted in odd seconds, ordinary in even ones. */
  private Kept set(int seconds, @Nullable SeenLevel seen) {
    var level = seconds % 2 == 0 ? CaseLevel.ORDINARY : CaseLevel.RESTRICTED;
    return levels.keep(level(level, START.plusSeconds(seconds)), seen, 10);
  }

  private static SetLevel level(CaseLevel level, Instant at) {
    return new SetLevel(CASE, level, "示例", "S1", at);
  }

  private boolean open(String account, Instant at) {
    var until = at.plus(Duration.ofHours(4));
    return accesses.keep(
        new Access(UUID.randomUUID(), CASE, "X01", account, null, "X01", "示例", at, until, null));
  }

  private List<Access> listed() {
    return accesses.page(new Which("X01", false), null, 10);
  }

  /** Both wait for the lock of the case before either of them goes on. */
  private <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
    List<Future<T>> both = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try (var lock = database.getConnection()) {
        lock.setAutoCommit(false);
        try (var statement = lock.createStatement()) {
          statement.execute("select from watched_case where case_id = '" + CASE + "' for update");
        }
        both.add(threads.submit(one));
        both.add(threads.submit(other));
        await().until(this::waiting, count -> count == 2);
        lock.rollback();
      }
      return List.of(both.getFirst().get(), both.getLast().get());
    }
  }

  private int waiting() throws SQLException {
    return sql.query(
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'",
            row -> row.getInt(1))
        .getFirst();
  }
}
