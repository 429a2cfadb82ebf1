package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.deadline.Stages.Stage;
import io.caseclock.pack.RuleVersion;
import io.caseclock.time.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {

  private static final WorkingTime TIME = WorkingTime.of(ShippedPack.PACK);
  private static final ZoneId ZONE = ShippedPack.PACK.zone();

  @Test
  void a_serious_deadline_is_warned_of_at_the_opening_of_working_days() {
    // The last day is Wednesday 2026-04-01.
    var stages = stages("public-security-case-handling", "2026-03-02", "2026-04-02");

    assertThat(stages)
        .extracting(stage -> stage.name() + " " + stage.at().atZone(ZONE).toLocalDateTime())
        .containsExactly(
            "before-5-working-days 2026-03-25T08:30",
            "before-3-working-days 2026-03-27T08:30",
            "before-1-working-days 2026-03-31T08:30",
            "breach 2026-04-02T00:00");
  }

  @Test
  void no_warning_of_what_is_not_grave_falls_on_a_rest_day_or_in_the_night() {
    for (var rule : ShippedPack.PACK.rules()) {
      for (var version : rule.versions()) {
        if (!rule.severity().equals("grave") && !version.period().isInHours()) {
          for (var day = LocalDate.of(2026, 9, 20);
              day.getMonthValue() < 11;
              day = day.plusDays(1)) {
            assertThat(warnings(version, day)).as(rule.id()).allMatch(StagesTest::isAtWork);
          }
        }
      }
    }
  }

  @Test
  void what_is_grave_is_warned_of_at_any_hour() {
    assertThat(stages("investigation-custody", "2026-03-02", "2026-05-03"))
        .extracting(Stage::name)
        .containsExactly("before-P15D", "before-P7D", "before-P3D", "before-P1D", "breach");
  }

  private static List<Stage> stages(String rule, String started, String late) {
    var version = ShippedPack.PACK.rule(rule).orElseThrow().versions().getFirst();
    var lateFrom = midnight(LocalDate.parse(late));
    return Stages.of(version, TIME, midnight(LocalDate.parse(started)), lateFrom, lateFrom)
        .ordered();
  }

  private static List<Stage> warnings(RuleVersion version, LocalDate lateFrom) {
    var late = midnight(lateFrom);
    return Stages.of(version, TIME, Instant.EPOCH, late, late).ordered().stream()
        .filter(stage -> !stage.name().equals(Stages.BREACH))
        .toList();
  }

  private static boolean isAtWork(Stage stage) {
    var at = stage.at().atZone(ZONE);
    return TIME.calendar().isWorkingDay(at.toLocalDate())
        && !at.toLocalTime().isBefore(LocalTime.of(8, 30))
        && at.toLocalTime().isBefore(LocalTime.of(17, 30));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
