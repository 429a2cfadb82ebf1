package io.caseclock.monitor.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.MonitorDatabase;
import io.caseclock.testsupport.StatementLog;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What no clock shows on a busy machine: how often a batch goes to the database, and for what. */
class ABatchOfAnySizeIsAsManyStatementsTest {

  private static final int MANY = 200;
  private static final String READ_BY_INDEX = "set local enable_seqscan = off";
  private static final Predicate<String> IS_OF_DEADLINES =
      sql -> sql.startsWith("insert into deadline ");

  private final StatementLog log = new StatementLog();
  private final DataSource database = MonitorDatabase.fresh();
  private final WatchedStory story = new WatchedStory(log.over(database));

  @Test
  void fifty_events_are_taken_in_with_the_statements_of_one() {
    story.takeIn(story.filed(0, 1));
    var ofOne = sent();

    story.takeIn(story.filed(1, 51));

    assertThat(sent()).isEqualTo(ofOne).contains(READ_BY_INDEX).anyMatch(IS_OF_DEADLINES);
  }

  @Test
  void an_event_that_changes_no_deadline_writes_none() {
    story.takeIn(story.filed(0, 1));
    log.clear();

    story.takeIn(story.stated(0, 1));

    assertThat(sent()).isNotEmpty().noneMatch(IS_OF_DEADLINES);
  }

  @Test
  void two_hundred_warnings_are_told_with_the_statements_of_one() {
    assertThat(sweptAtOnce(WatchedStory.WARNED_AT, 1))
        .isEqualTo(sweptAtOnce(WatchedStory.WARNED_AT, MANY))
        .isNotEmpty();
    assertThat(told("deadline-approaching")).isEqualTo(1 + MANY);
  }

  @Test
  void two_hundred_breaches_are_told_with_the_statements_of_one() {
    assertThat(sweptAtOnce(WatchedStory.LATE_AT, 1))
        .isEqualTo(sweptAtOnce(WatchedStory.LATE_AT, MANY))
        .isNotEmpty();
    assertThat(told("deadline-breached")).isEqualTo(1 + MANY);
  }

  @Test
  void a_sweep_reads_what_is_due_however_much_else_there_is() {
    var alone = rowsOf(WatchedStory.WARNED_AT, 10);
    sweptAtOnce(WatchedStory.WARNED_AT, MANY);

    assertThat(rowsOf(WatchedStory.WARNED_AT, 10)).isEqualTo(alone).isPositive();
  }

  @Test
  void ten_breaches_read_ten_times_what_one_reads() {
    var ofOne = rowsOf(WatchedStory.LATE_AT, 1);

    assertThat(rowsOf(WatchedStory.LATE_AT, 10)).isEqualTo(10 * ofOne).isPositive();
  }

  @Test
  void a_sweep_for_which_nothing_is_due_only_claims_and_reads_no_row() {
    story.takeIn(story.filed(0, MANY));
    log.clear();

    story.sweep(WatchedStory.FILED_AT, MANY);

    assertThat(log.statements())
        .contains(READ_BY_INDEX)
        .filteredOn(sql -> !sql.equals(READ_BY_INDEX))
        .isNotEmpty()
        .allMatch(sql -> sql.endsWith("skip locked"));
    assertThat(log.rows()).isZero();
  }

  private int filed;

  private List<String> sweptAtOnce(Instant now, int cases) {
    story.takeIn(story.filed(filed, filed + cases));
    filed += cases;
    log.clear();
    story.sweep(now, MANY);
    return sent();
  }

  private long rowsOf(Instant now, int cases) {
    story.takeIn(story.filed(filed, filed + cases));
    filed += cases;
    log.clear();
    story.sweep(now, MANY);
    return log.rows();
  }

  /** What was sent since the last time. */
  private List<String> sent() {
    var sent = log.statements();
    log.clear();
    return sent;
  }

  private int told(String type) {
    return new Sql(database)
        .query("select 1 from outbox where type = ?", row -> row.getInt(1), type)
        .size();
  }
}
