package io.caseclock.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.sample.story.Roster;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a supervisor sees in the sample, by the engine and the shipped pack. */
class SampleNumbersTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:20:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final SampleDeadlines DEADLINES = SampleDeadlines.of(NOW, 42);

  @Test
  void breaches_fall_from_month_to_month() {
    var september = breachesIn(YearMonth.of(2026, 9));
    var october = breachesIn(YearMonth.of(2026, 10));
    var november = breachesIn(YearMonth.of(2026, 11));

    assertThat(october).isLessThan(september * 3 / 4);
    assertThat(november).isLessThan(october * 4 / 5);
  }

  @ParameterizedTest
  @CsvSource({"2026-10-05T01:00:00Z, 42", "2026-10-31T10:00:00Z, 42", "2027-02-10T15:59:59Z, 4"})
  void two_stations_are_at_zero_in_the_last_full_month_on_any_day(Instant now, long seed) {
    assertThat(stationsAtZero(SampleDeadlines.of(now, seed))).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void a_station_that_was_late_once_has_been_safe_for_two_months() {
    assertThat(stationsAtZero(DEADLINES)).contains("9908", "9909");
    var last =
        DEADLINES.late().stream()
            .filter(deadline -> deadline.responsible().unit().equals("9908"))
            .map(SampleDeadlines::due)
            .max(Comparator.naturalOrder());

    assertThat(last).hasValueSatisfying(at -> assertThat(daysAgo(at)).isGreaterThan(60));
  }

  @Test
  void between_two_mondays_rows_are_mended_others_are_new_and_others_still_open() {
    var monday = LocalDate.ofInstant(NOW.minus(Duration.ofDays(7)), ZONE);
    var meeting =
        monday
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .atTime(8, 0)
            .atZone(ZONE)
            .toInstant();

    var stood = DEADLINES.late().stream().filter(one -> isOpenAt(one, meeting)).toList();
    var stands = DEADLINES.late().stream().filter(one -> isOpenAt(one, NOW)).toList();

    assertThat(stood).filteredOn(one -> !stands.contains(one)).hasSizeGreaterThanOrEqualTo(6);
    assertThat(stands).filteredOn(one -> !stood.contains(one)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(stands).filteredOn(stood::contains).hasSizeGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incident-diversion",
        "incident-diversion-acceptance",
        "incident-recording-linking",
        "scene-examination",
        "accepted-case-evidence",
        "online-appraisal-commission"
      })
  void the_internal_rules_are_fed_and_mostly_kept(String rule) {
    var ended =
        DEADLINES.all().stream()
            .filter(one -> one.key().rule().equals(rule))
            .filter(one -> one.state().endedAt().isPresent())
            .toList();

    assertThat(ended).hasSizeGreaterThanOrEqualTo(20);
    assertThat(ended)
        .filteredOn(one -> one.state() instanceof DeadlineState.Met)
        .hasSizeGreaterThan(ended.size() * 85 / 100);
  }

  @Test
  void of_all_internal_rules_some_steps_are_late() {
    assertThat(DEADLINES.late())
        .extracting(one -> one.key().rule())
        .contains("incident-recording-linking", "accepted-case-evidence");
  }

  private static long breachesIn(YearMonth month) {
    return DEADLINES.late().stream()
        .filter(one -> YearMonth.from(SampleDeadlines.due(one).atZone(ZONE)).equals(month))
        .count();
  }

  private static List<String> stationsAtZero(SampleDeadlines deadlines) {
    var month = YearMonth.from(deadlines.now().atZone(ZONE)).minusMonths(1);
    List<String> stations = new ArrayList<>();
    new Roster().stations().forEach(station -> stations.add(station.id()));
    deadlines.late().stream()
        .filter(one -> YearMonth.from(SampleDeadlines.due(one).atZone(ZONE)).equals(month))
        .forEach(one -> stations.remove(one.responsible().unit()));
    return stations;
  }

  private static boolean isOpenAt(Deadline deadline, Instant at) {
    return !SampleDeadlines.due(deadline).isAfter(at)
        && deadline.state().endedAt().filter(ended -> !ended.isAfter(at)).isEmpty();
  }

  private static long daysAgo(Instant at) {
    return Duration.between(at, NOW).toDays();
  }
}
