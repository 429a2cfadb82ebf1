package io.caseclock.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.ownership.Ownership.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {

  private static final Instant FILED = Instant.parse("2026-03-02T02:00:00Z");
  private static final OwnershipRules RULES =
      new OwnershipRules(Set.of("case-filed"), Map.of("arrest-decided", Set.of("procuratorate")));

  private final List<CaseEvent> events = new ArrayList<>();
  private int count;

  private CaseEvent tells(String unit, String type, Duration after) {
    return tells(unit, unit, "station", type, FILED.plus(after), FILED.plus(after));
  }

  private CaseEvent tells(
      String by, String unit, String kind, String type, Instant at, Instant acceptedAt) {
    var posting = new Posting(by, kind, false, "/X01/" + unit + "/");
    var event =
        new CaseEvent(
            new EventId("urn:precinct:" + by, "e" + ++count),
            type,
            Subject.ofCase("A990001"),
            "A990001",
            at,
            acceptedAt,
            null,
            unit,
            "O-" + unit,
            posting,
            Map.of("unit", unit));
    events.add(event);
    return event;
  }

  private Ownership ownership() {
    return Ownership.of(RULES, events);
  }

  private Standing judged(CaseEvent event) {
    return ownership().judge(event);
  }

  @Nested
  class A_case {

    @Test
    void belongs_to_the_unit_that_opened_it() {
      tells("X0101", "case-filed", Duration.ZERO);

      assertThat(ownership().present()).map(Tenure::unit).contains("X0101");
    }

    @Test
    void belongs_to_nobody_before_anything_was_told() {
      assertThat(ownership().present()).isEmpty();
    }

    @Test
    void is_opened_by_its_first_event_as_long_as_nothing_opens_it() {
      var first = tells("X0102", "decision-made", Duration.ZERO);

      assertThat(judged(first)).isEqualTo(Standing.OWN);
      assertThat(ownership().present()).map(Tenure::provisional).contains(true);
    }

    @Test
    void that_two_opened_belongs_to_the_one_accepted_first_whatever_time_it_names() {
      tells("X0101", "case-filed", Duration.ZERO);
      var later =
          tells(
              "X0102",
              "X0102",
              "station",
              "case-filed",
              FILED.minus(Duration.ofDays(1)),
              FILED.plusSeconds(1));

      assertThat(judged(later)).isEqualTo(Standing.STRANGE);
    }
  }

  @Nested
  class An_event {

    @ParameterizedTest(name = "{0}: by {1}, a {2}, {3}")
    @CsvSource({
      "the owner,              X0101, station,       decision-made,  OWN",
      "the unit above,         X01,   sub-bureau,    decision-made,  OWN",
      "the neighbour,          X0102, station,       decision-made,  STRANGE",
      "a unit below,           X010101, station,     decision-made,  STRANGE",
      "another organ,          X09,   procuratorate, arrest-decided, REPORTED",
      "another organ at large, X09,   procuratorate, decision-made,  STRANGE",
      "no such organ,          X0102, station,       arrest-decided, STRANGE"
    })
    void is_judged_by_who_posted_it(
        String who, String by, String kind, String type, Standing standing) {
      tells("X0101", "case-filed", Duration.ZERO);
      var event = tells(by, by, kind, type, FILED.plusSeconds(3_600), FILED.plusSeconds(3_600));

      assertThat(judged(event)).as(who).isEqualTo(standing);
    }

    @Test
    void of_a_stranger_before_the_opening_is_strange_once_the_opening_has_come() {
      var stranger = tells("X0102", "decision-made", Duration.ofHours(-1));
      assertThat(judged(stranger)).isEqualTo(Standing.OWN);

      tells("X0101", "case-filed", Duration.ZERO);

      assertThat(judged(stranger)).isEqualTo(Standing.STRANGE);
    }

    @Test
    void of_caseclock_itself_is_never_strange() {
      tells("X0101", "case-filed", Duration.ZERO);
      var ours =
          new CaseEvent(
              new EventId(EventId.NOTIFICATION, "n1:1"),
              "notice-issued",
              Subject.parse("notice/n1"),
              "A990001",
              FILED,
              FILED,
              null,
              "X0102",
              null,
              Map.of());

      assertThat(judged(ours)).isEqualTo(Standing.OWN);
    }
  }

  @Nested
  class A_hand_over {

    private static final Duration AFTER_TEN_DAYS = Duration.ofDays(10);

    private CaseEvent assigned(String by, String to, Duration after) {
      return tells(
          by, to, "station", "case-assigned", FILED.plus(after), FILED.plus(AFTER_TEN_DAYS));
    }

    @Test
    void gives_the_case_to_another_unit_from_its_instant_on() {
      tells("X0101", "case-filed", Duration.ZERO);
      assigned("X0101", "X0102", AFTER_TEN_DAYS);
      var at = FILED.plus(AFTER_TEN_DAYS);

      assertThat(ownership().at(at.minusNanos(1_000))).map(Tenure::unit).contains("X0101");
      assertThat(ownership().at(at)).map(Tenure::unit).contains("X0102");
      assertThat(ownership().present()).map(Tenure::officer).contains("O-X0102");
    }

    @Test
    void is_not_for_somebody_who_does_not_have_the_case() {
      tells("X0101", "case-filed", Duration.ZERO);
      var taken = assigned("X0102", "X0102", AFTER_TEN_DAYS);

      assertThat(judged(taken)).isEqualTo(Standing.STRANGE);
      assertThat(ownership().present()).map(Tenure::unit).contains("X0101");
    }

    @Test
    void lets_the_former_owner_tell_of_its_own_time_and_of_nothing_after_it() {
      tells("X0101", "case-filed", Duration.ZERO);
      assigned("X0101", "X0102", AFTER_TEN_DAYS);
      var known = FILED.plus(Duration.ofDays(20));
      var ofOwnTime =
          tells("X0101", "X0101", "station", "decision-made", FILED.plusSeconds(9), known);
      var ofNow = tells("X0101", "X0101", "station", "decision-made", known, known);

      assertThat(judged(ofOwnTime)).isEqualTo(Standing.OWN);
      assertThat(judged(ofNow)).isEqualTo(Standing.STRANGE);
    }

    @Test
    void lets_the_new_owner_tell_what_happened_before_it() {
      tells("X0101", "case-filed", Duration.ZERO);
      assigned("X0101", "X0102", AFTER_TEN_DAYS);
      var known = FILED.plus(Duration.ofDays(20));
      var earlier =
          tells("X0102", "X0102", "station", "decision-made", FILED.plusSeconds(9), known);

      assertThat(judged(earlier)).isEqualTo(Standing.OWN);
    }

    @Test
    void that_is_backdated_does_not_turn_what_was_accepted_before_into_a_strangers() {
      tells("X0101", "case-filed", Duration.ZERO);
      var inBetween = tells("X0101", "decision-made", Duration.ofDays(7));
      assigned("X0101", "X0102", Duration.ofDays(5));

      assertThat(judged(inBetween)).isEqualTo(Standing.OWN);
    }

    @Test
    void may_be_followed_by_another_and_by_the_way_back() {
      tells("X0101", "case-filed", Duration.ZERO);
      assigned("X0101", "X0102", Duration.ofDays(1));
      assigned("X0102", "X0103", Duration.ofDays(2));
      assigned("X01", "X0101", Duration.ofDays(3));

      assertThat(ownership().tenures())
          .extracting(Tenure::unit)
          .containsExactly("X0101", "X0102", "X0103", "X0101");
    }
  }

  @Test
  void the_judgement_depends_on_the_set_of_events_and_not_on_their_order() {
    tells("X0102", "decision-made", Duration.ofHours(-1));
    tells("X0101", "case-filed", Duration.ZERO);
    tells("X0101", "X0102", "station", "case-assigned", FILED.plusSeconds(60), FILED);
    tells("X0103", "X0103", "station", "case-assigned", FILED.plusSeconds(90), FILED);
    tells("X0102", "decision-made", Duration.ofHours(2));
    tells("X0101", "decision-made", Duration.ofHours(3));
    var expected = judgements();

    var random = new Random(9_901);
    for (var round = 0; round < 50; round++) {
      Collections.shuffle(events, random);
      assertThat(judgements()).isEqualTo(expected);
    }
    assertThat(expected).isEqualTo("e1=STRANGE e2=OWN e3=OWN e4=STRANGE e5=OWN e6=STRANGE");
  }

  private String judgements() {
    var ownership = ownership();
    var judged =
        events.stream()
            .map(event -> event.eventId().id() + "=" + ownership.judge(event))
            .toArray(String[]::new);
    Arrays.sort(judged);
    return String.join(" ", judged);
  }
}
