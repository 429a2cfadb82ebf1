package io.caseclock.intake.activity.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.caseclock.intake.activity.Heard;
import io.caseclock.intake.activity.HeardSources;
import io.caseclock.intake.activity.SourceActivities;
import io.caseclock.intake.activity.SourceActivity;
import io.caseclock.intake.activity.WatchSources;
import io.caseclock.intake.activity.WatchSources.Expectation;
import io.caseclock.intake.source.GoLiveDates;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.intake.source.jdbc.JdbcGoLiveDates;
import io.caseclock.jdbc.Sql.DatabaseException;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.testsupport.TestDatabase;
import io.caseclock.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Sources that send six events in each hour, day and night; twelve missing ones are too many. */
class WatchSourcesTest {

  private static final String SOURCE = "urn:precinct:9901";
  private static final Instant LAST = Instant.parse("2026-04-29T02:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Expectation TWELVE =
      new Expectation(
          12,
          WorkingCalendar.of(PackReader.require(PackFiles.shipped("cn-public-security"))),
          ZoneId.of("Asia/Shanghai"));

  private static final DataSource DATABASE = migrated();

  private final SourceActivities activities = new JdbcSourceActivities(DATABASE);
  private final GoLiveDates goLives = new JdbcGoLiveDates(DATABASE);
  private Instant now = LAST;
  private final HeardSources heard = new HeardSources(() -> now);
  private final WatchSources watch =
      new WatchSources(heard, activities, goLives, TWELVE, () -> now);

  @BeforeEach
  void forget() {
    activities.list(null, "", 1000).forEach(each -> activities.forget(each.source()));
  }

  @Test
  void a_source_that_sends_as_always_is_not_quiet_and_one_that_stops_is() {
    hasSentFor(Duration.ofDays(21), SOURCE);

    assertThat(quietAfter(Duration.ofMinutes(20))).isEmpty();
    assertThat(quietAfter(Duration.ofMinutes(119))).isEmpty();
    assertThat(quietAfter(Duration.ofMinutes(121)))
        .extracting(SourceActivity::source, SourceActivity::quietFrom)
        .containsExactly(tuple(SOURCE, LAST.plus(HOUR).plus(HOUR)));
  }

  @Test
  void it_is_quiet_until_it_is_heard_again() {
    hasSentFor(Duration.ofDays(21), SOURCE);
    assertThat(quietAfter(Duration.ofDays(50))).hasSize(1);

    heard.giveBack(List.of(new Heard(SOURCE, now, 0, now, now)));
    watch.round();

    assertThat(quiet()).isEmpty();
    assertThat(activities.countQuiet(now)).isZero();
  }

  @Test
  void what_is_known_for_less_than_two_weeks_is_not_judged() {
    hasSentFor(Duration.ofDays(13), SOURCE);

    assertThat(quietAfter(Duration.ofDays(7))).isEmpty();
  }

  @Test
  void what_came_before_daily_use_is_not_what_is_usual() {
    hasSentFor(Duration.ofDays(21), SOURCE);
    var pattern = new SourcePattern(SOURCE, false);
    goLives.set(pattern, LAST.minus(Duration.ofDays(2)), "A1", LAST);

    assertThat(quietAfter(Duration.ofDays(7))).isEmpty();
    goLives.end(pattern, "A1", LAST);
  }

  @Test
  void what_two_replicas_have_heard_is_added_up() {
    activities.add(List.of(new Heard(SOURCE, LAST, 2, LAST, LAST.plusSeconds(60))));
    activities.add(List.of(new Heard(SOURCE, LAST, 3, LAST.minusSeconds(9), LAST.plusSeconds(30))));

    assertThat(activities.hours(SOURCE, LAST)).containsOnly(Map.entry(LAST, 5L));
    assertThat(activities.list(null, "", 10))
        .containsExactly(
            new SourceActivity(SOURCE, LAST.minusSeconds(9), LAST.plusSeconds(60), null));
  }

  @Test
  void a_source_that_is_heard_while_it_is_judged_is_not_quiet() {
    hasSentFor(Duration.ofDays(21), SOURCE);
    var read = activities.list(null, "", 1).getFirst();
    activities.add(List.of(new Heard(SOURCE, LAST, 1, LAST, LAST.plusSeconds(60))));

    activities.judge(read, LAST.plusSeconds(1));

    assertThat(activities.list(null, "", 1).getFirst().quietFrom()).isNull();
  }

  @Test
  void a_source_is_judged_once_for_each_silence_and_many_in_several_rounds() {
    for (var n = 0; n < 201; n++) {
      hasSentFor(Duration.ofMinutes(1), SOURCE + ":" + n);
    }
    now = LAST.plus(HOUR);

    assertThat(watch.round()).isTrue();
    assertThat(watch.round()).isFalse();
    assertThat(activities.toJudge(now, 10)).isEmpty();
  }

  @Test
  void what_is_quiet_is_remembered_and_the_rest_forgotten_after_ten_weeks() {
    hasSentFor(Duration.ofDays(21), SOURCE);
    hasSentFor(Duration.ofDays(1), SOURCE + ":short");
    quietAfter(Duration.ofDays(1));

    assertThat(quietAfter(Duration.ofDays(71))).hasSize(1);
    assertThat(activities.list(null, "", 10))
        .extracting(SourceActivity::source)
        .containsExactly(SOURCE);
    assertThat(activities.hours(SOURCE, Instant.EPOCH)).isEmpty();
  }

  @Test
  void while_the_database_refuses_what_was_heard_is_kept_in_memory() {
    var refusing =
        new WatchSources(heard, new JdbcSourceActivities(away()), goLives, TWELVE, () -> now);
    heard.giveBack(List.of(new Heard(SOURCE, LAST, 1, LAST, LAST)));

    assertThatThrownBy(refusing::round).isInstanceOf(DatabaseException.class);

    assertThat(heard.take()).hasSize(1);
  }

  private static DataSource migrated() {
    var database = TestDatabase.withSchema("intake").dataSource();
    Flyway.configure().dataSource(database).locations("db/shared", "db/migration").load().migrate();
    return database;
  }

  private static DataSource away() {
    var source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:1/none");
    return source;
  }

  private void hasSentFor(Duration time, String source) {
    List<Heard> all = new ArrayList<>();
    var first = LAST.minus(time);
    for (var at = first; !at.isAfter(LAST); at = at.plus(HOUR)) {
      var hour = at.truncatedTo(ChronoUnit.HOURS);
      all.add(new Heard(source, hour, 6, at, at));
    }
    all.add(new Heard(source, LAST, 6, LAST, LAST));
    activities.add(all);
  }

  private List<SourceActivity> quietAfter(Duration silence) {
    now = LAST.plus(silence);
    watch.round();
    return quiet();
  }

  private List<SourceActivity> quiet() {
    return activities.list(now, "", 1000);
  }
}
