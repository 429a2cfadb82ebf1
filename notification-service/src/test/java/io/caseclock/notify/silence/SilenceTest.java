package io.caseclock.notify.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.notify.silence.Silence.Covers;
import io.caseclock.notify.silence.Silence.Standing;
import io.caseclock.notify.silence.Silence.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private static final Instant FROM = Instant.parse("2026-03-10T02:00:00Z");
  private static final Instant UNTIL = FROM.plus(Duration.ofDays(1));

  private static Silence proposed(Covers covers, String... authorLine) {
    return new Silence(
        "S-1",
        "D0102",
        covers,
        "系统切换",
        "L1",
        List.of(authorLine),
        FROM.minusSeconds(60),
        FROM,
        UNTIL,
        null,
        null,
        null,
        null);
  }

  private static Silence approved(Covers covers, String... authorLine) {
    return proposed(covers, authorLine).approved("S1", FROM.minusSeconds(30));
  }

  private static Covers everything() {
    return new Covers(null, null, null, null, null);
  }

  private static Told told(String kind, String addressee, String postedAt, boolean toSupervisor) {
    return new Told(
        kind,
        "grave",
        "closing",
        "filing-review",
        "A1",
        List.of("D0102", "D01"),
        addressee,
        postedAt,
        toSupervisor,
        false);
  }

  private static Told access(String addressee, String postedAt) {
    return new Told(
        "finding",
        "serious",
        null,
        "break-glass",
        "A1",
        List.of("D0102", "D01"),
        addressee,
        postedAt,
        true,
        true);
  }

  @Test
  void it_is_in_force_from_its_beginning_until_before_its_end() {
    var silence = approved(everything(), "D0102", "D01");

    assertThat(silence.standing(FROM.minusSeconds(1))).isEqualTo(Standing.APPROVED);
    assertThat(silence.standing(FROM)).isEqualTo(Standing.IN_FORCE);
    assertThat(silence.standing(UNTIL.minusSeconds(1))).isEqualTo(Standing.IN_FORCE);
    assertThat(silence.standing(UNTIL)).isEqualTo(Standing.OVER);
    assertThat(silence.ended("S1", FROM).standing(FROM)).isEqualTo(Standing.OVER);
  }

  @Test
  void it_hides_nothing_before_a_second_person_approved_it() {
    var warning = told("warning", "O1", "D0102", false);

    assertThat(proposed(everything(), "D0102", "D01").hides(warning, FROM)).isFalse();
    assertThat(approved(everything(), "D0102", "D01").hides(warning, FROM)).isTrue();
  }

  @Test
  void it_hides_what_it_names_and_nothing_else() {
    var warning = told("warning", "O1", "D0102", false);

    assertThat(hides(new Covers("warning", "grave", "closing", "filing-review", "A1"), warning))
        .isTrue();
    assertThat(hides(new Covers("breach", null, null, null, null), warning)).isFalse();
    assertThat(hides(new Covers(null, "serious", null, null, null), warning)).isFalse();
    assertThat(hides(new Covers(null, null, "other", null, null), warning)).isFalse();
    assertThat(hides(new Covers(null, null, null, "other", null), warning)).isFalse();
    assertThat(hides(new Covers(null, null, null, null, "A2"), warning)).isFalse();
  }

  private static boolean hides(Covers covers, Told told) {
    return approved(covers, "D0102", "D01").hides(told, FROM);
  }

  @Test
  void a_breach_is_never_hidden_from_those_above_the_author() {
    var silence = approved(everything(), "D0102", "D01");

    assertThat(silence.hides(told("breach", "O1", "D0102", false), FROM)).isTrue();
    assertThat(silence.hides(told("breach", "S1", "D01", true), FROM)).isFalse();
    assertThat(silence.hides(told("warning", "S1", "D01", true), FROM)).isTrue();
  }

  @Test
  void where_nobody_is_above_the_author_another_supervisor_learns_of_a_breach() {
    var silence = approved(everything(), "D01");

    assertThat(silence.hides(told("breach", "S1", "D01", true), FROM)).isFalse();
    assertThat(silence.hides(told("breach", "L1", "D01", true), FROM)).isTrue();
    assertThat(silence.hides(told("breach", "O1", "D0102", false), FROM)).isTrue();
  }

  @Test
  void that_somebody_opened_a_case_in_need_is_hidden_from_nobody_who_is_told() {
    for (var covers :
        List.of(everything(), new Covers("finding", null, null, "break-glass", "A1"))) {
      var silence = approved(covers, "D01");

      assertThat(silence.hides(access("S1", "D01"), FROM)).isFalse();
      assertThat(silence.hides(access("L1", "D0102"), FROM)).isFalse();
      assertThat(silence.hides(told("finding", "S1", "D01", true), FROM))
          .isEqualTo(covers.isEverything());
    }
  }

  @Test
  void it_has_a_reason_and_ends_after_it_begins() {
    assertThatThrownBy(
            () ->
                new Silence(
                    "S-1",
                    "D01",
                    everything(),
                    " ",
                    "L1",
                    List.of(),
                    FROM,
                    FROM,
                    UNTIL,
                    null,
                    null,
                    null,
                    null))
        .hasMessageContaining("reason");
    assertThatThrownBy(
            () ->
                new Silence(
                    "S-1",
                    "D01",
                    everything(),
                    "x",
                    "L1",
                    List.of(),
                    FROM,
                    FROM,
                    FROM,
                    null,
                    null,
                    null,
                    null))
        .hasMessageContaining("ends after it begins");
  }
}
