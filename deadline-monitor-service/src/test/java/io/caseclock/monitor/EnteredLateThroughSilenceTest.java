package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.jdbc.JdbcHeartbeat;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.watch.LateEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whether a timely act came late by somebody's fault, or since nothing could come. */
class EnteredLateThroughSilenceTest {

  private static final String SOURCE = "urn:precinct:x01";
  private static final Instant DUE = Instant.parse("2026-03-10T16:00:00Z");
  private static final Instant ENTERED = DUE.plus(Duration.ofHours(30));

  private final DataSource dataSource = MonitorDatabase.fresh();
  private final JdbcHeartbeat heartbeat = new JdbcHeartbeat(dataSource);

  @Test
  void a_busy_source_that_sent_nothing_from_the_due_instant_on_was_silent() {
    sentEveryTwoHoursInTheWeekBefore();

    assertThat(isCausedBySilence()).isTrue();
  }

  @Test
  void a_source_that_sent_anything_meanwhile_was_not() {
    sentEveryTwoHoursInTheWeekBefore();
    sent(DUE.plus(Duration.ofHours(3)));

    assertThat(isCausedBySilence()).isFalse();
  }

  @Test
  void a_source_that_sends_seldom_is_not_silent_because_nothing_came() {
    sent(DUE.minus(Duration.ofDays(6)));
    sent(DUE.minus(Duration.ofDays(2)));

    assertThat(isCausedBySilence()).isFalse();
  }

  @Test
  void what_was_due_while_no_monitor_ran_came_late_by_the_system() {
    heartbeat.begin(DUE.minus(Duration.ofHours(3)), Duration.ofMinutes(5));
    heartbeat.beat(DUE.minus(Duration.ofHours(1)));
    heartbeat.begin(DUE.plus(Duration.ofHours(1)), Duration.ofMinutes(5));

    assertThat(isCausedBySilence()).isTrue();
  }

  @Test
  void a_restart_and_a_clock_that_is_moved_are_no_outage() {
    heartbeat.begin(DUE.minus(Duration.ofMinutes(2)), Duration.ofMinutes(5));
    heartbeat.begin(DUE.plus(Duration.ofMinutes(2)), Duration.ofMinutes(5));
    heartbeat.beat(DUE.plus(Duration.ofDays(30)));

    assertThat(isCausedBySilence()).isFalse();
  }

  private boolean isCausedBySilence() {
    var entry = new LateEntry(UUID.randomUUID(), SOURCE, DUE, ENTERED);
    return new JdbcWatchedCases(dataSource)
        .transact(session -> session.causedBySilence(List.of(entry)))
        .contains(entry.deadlineId());
  }

  private void sentEveryTwoHoursInTheWeekBefore() {
    IntStream.rangeClosed(1, 84)
        .forEach(number -> sent(DUE.minus(Duration.ofHours(2L * number - 1))));
  }

  private void sent(Instant acceptedAt) {
    var event =
        new CaseEvent(
            new EventId(SOURCE, UUID.randomUUID().toString()),
            "facts-stated",
            Subject.ofCase("A9900001"),
            "A9900001",
            acceptedAt,
            acceptedAt,
            null,
            "X0101",
            null,
            Map.of());
    new JdbcWatchedCases(dataSource).transact(session -> session.keep(List.of(event), acceptedAt));
  }
}
