package io.caseclock.notify.escalation;

import static io.caseclock.notify.escalation.EscalationsInMemory.OPENED;
import static io.caseclock.notify.escalation.EscalationsInMemory.ofBreach;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.escalation.Acknowledge.Done;
import io.caseclock.notify.escalation.Acknowledge.Outcome;
import io.caseclock.notify.escalation.Acknowledge.Refused;
import io.caseclock.notify.escalation.Acknowledge.Why;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.Escalations.Line;
import io.caseclock.notify.message.StandIns;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.routing.KnownPeople;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgeTest {

  /** It is 2 o'clock on the 13th in the legal zone, and still the 12th in London. */
  private static final Instant NOW = Instant.parse("2026-03-12T18:00:00Z");

  private static final LocalDate TODAY = LocalDate.parse("2026-03-13");

  private static final Caller O1 = caller("O1", "D0102", Role.OFFICER);
  private static final Caller L1 = caller("L1", "D0102", Role.LEGAL_OFFICER);
  private static final Caller S1 = caller("S1", "D01", Role.SUPERVISOR);

  private final KnownPeople people =
      new KnownPeople()
          .unit("D01", null, "sub-bureau")
          .unit("D0102", "D01", "station")
          .officer("O1", "D0102", "officer")
          .officer("O2", "D0102", "officer");
  private final EscalationsInMemory escalations = new EscalationsInMemory();
  private final Acknowledge acknowledge =
      new Acknowledge(escalations, escalations, ZoneId.of("Asia/Shanghai"), new StandIns(people));

  @BeforeEach
  void aBreachEscalates() {
    escalations.add(ofBreach("B1"), new Line("told", OPENED, List.of("O1"), null, null, ""));
  }

  private static Caller caller(@Nullable String officer, String unit, Role role) {
    return new Caller("account", Set.of(role), unit, officer);
  }

  private Outcome says(Caller caller, LocalDate planOn, String text) {
    return acknowledge.acknowledge("B1", caller, planOn, text, NOW);
  }

  private void refused(Caller caller, LocalDate planOn, String text, Why why) {
    assertThat(says(caller, planOn, text)).isEqualTo(new Refused(why, present()));
    assertThat(escalations.plans).isEmpty();
    assertThat(escalations.history(present())).containsExactly("told");
  }

  @Test
  void who_stands_in_for_the_responsible_officer_takes_it_on_and_is_named_as_such() {
    var o2 = caller("O2", "D0102", Role.OFFICER);
    refused(o2, TODAY, "补齐材料", Why.NOT_ALLOWED);
    people.away("O1", NOW.minusSeconds(1), NOW.plusSeconds(1), "O2");

    says(o2, TODAY, "补齐材料");

    assertThat(present().state())
        .isInstanceOfSatisfying(
            Acknowledged.class,
            plan -> {
              assertThat(plan.by()).isEqualTo("O2");
              assertThat(plan.actingFor()).isEqualTo("O1");
            });
  }

  private Escalation present() {
    return escalations.locked("B1").orElseThrow();
  }

  @Test
  void whoever_takes_it_on_stops_it_and_the_monitor_hears_of_the_plan() {
    var after = ((Done) says(O1, TODAY.plusDays(3), "补齐材料")).escalation();

    var plan = (Acknowledged) after.state();
    assertThat(plan)
        .isEqualTo(new Acknowledged(plan.plan(), "O1", "officer", NOW, TODAY.plusDays(3), "补齐材料"));
    assertThat(after.nextAt()).isNull();
    assertThat(present()).isEqualTo(after);
    assertThat(escalations.history(after)).containsExactly("told", "acknowledged");
    assertThat(escalations.plans).containsExactly("made " + plan.plan());
  }

  @Test
  void a_plan_date_is_a_day_in_the_zone_of_the_breach() {
    var inHonolulu =
        Escalation.opening(
            "B2",
            "D2",
            "A1",
            "D0102",
            "O1",
            EscalationsInMemory.route(null),
            null,
            ZoneId.of("Pacific/Honolulu"),
            OPENED,
            EscalationsInMemory.TIME);
    escalations.add(inHonolulu, new Line("told", OPENED, List.of("O1"), null, null, ""));
    var yesterday = TODAY.minusDays(1);

    assertThat(acknowledge.today(inHonolulu, NOW)).isEqualTo(yesterday);
    refused(O1, yesterday, "补齐材料", Why.PLAN_IN_THE_PAST);
    assertThat(acknowledge.acknowledge("B2", O1, yesterday, "补齐材料", NOW)).isInstanceOf(Done.class);
  }

  @Test
  void the_second_of_two_sees_the_first_and_changes_nothing() {
    says(O1, TODAY, "补齐材料");

    assertThat(says(L1, TODAY, "x")).isEqualTo(new Refused(Why.STATE_FORBIDS, present()));
    assertThat(escalations.plans).hasSize(1);
  }

  @Test
  void what_is_over_is_not_taken_on() {
    escalations.kept.put(
        "B1", present().ended(new EscalationState.Ended(Superseded.MET_LATE, OPENED)));

    refused(O1, TODAY, "x", Why.STATE_FORBIDS);
  }

  @Test
  void a_plan_does_not_lie_in_the_past_of_the_legal_zone() {
    refused(O1, TODAY.minusDays(1), "x", Why.PLAN_IN_THE_PAST);

    assertThat(says(O1, TODAY, "x")).isInstanceOf(Done.class);
  }

  @Test
  void a_plan_is_no_longer_than_the_policy_allows() {
    refused(O1, TODAY.plusDays(8), "x", Why.PLAN_TOO_FAR);
    refused(L1, TODAY.plusDays(8), "x", Why.PLAN_TOO_FAR);

    assertThat(says(O1, TODAY.plusDays(7), "x")).isInstanceOf(Done.class);
  }

  @Test
  void a_supervisor_plans_up_to_a_year_ahead() {
    refused(S1, TODAY.plusDays(Acknowledge.LONGEST_DAYS + 1), "x", Why.PLAN_TOO_FAR);

    assertThat(says(S1, TODAY.plusDays(Acknowledge.LONGEST_DAYS), "需要更长时间"))
        .isInstanceOf(Done.class);
  }

  @Test
  void a_plan_says_something_and_not_too_much() {
    refused(O1, TODAY, " ", Why.TEXT_MISSING);
    refused(O1, TODAY, "长".repeat(Acknowledge.LONGEST_TEXT + 1), Why.TEXT_MISSING);

    assertThat(says(O1, TODAY, "长".repeat(Acknowledge.LONGEST_TEXT))).isInstanceOf(Done.class);
  }

  @Test
  void only_those_whom_it_concerns_take_it_on() {
    refused(caller("O2", "D0102", Role.OFFICER), TODAY, "x", Why.NOT_ALLOWED);
    refused(caller(null, "D01", Role.SUPERVISOR), TODAY, "x", Why.NOT_ALLOWED);

    assertThat(acknowledge.mayAcknowledge(present(), caller("O2", "D0102", Role.OFFICER), NOW))
        .isFalse();
    assertThat(acknowledge.mayAcknowledge(present(), L1, NOW)).isTrue();
    assertThat(says(L1, TODAY, "x")).isInstanceOf(Done.class);
    assertThat(acknowledge.mayAcknowledge(present(), L1, NOW)).isFalse();
  }

  @Test
  void a_neighbour_learns_not_even_that_it_exists() {
    var neighbour = caller("L3", "D0103", Role.LEGAL_OFFICER);

    assertThat(says(neighbour, TODAY, "x")).isEqualTo(new Refused(Why.UNKNOWN, null));
    assertThat(acknowledge.acknowledge("none", S1, TODAY, "x", NOW))
        .isEqualTo(new Refused(Why.UNKNOWN, null));
  }

  @Test
  void a_plan_date_of_the_notice_takes_it_on_too_unless_somebody_has() {
    acknowledge.withNotice("D1", new Planner("O1", "officer", null), TODAY.plusDays(20), "补办", NOW);
    var first = present();
    acknowledge.withNotice("D1", new Planner("L1", "legal-officer", null), TODAY, "x", NOW);
    acknowledge.withNotice("unknown", new Planner("L1", "legal-officer", null), TODAY, "x", NOW);

    assertThat(((Acknowledged) first.state()).planOn()).isEqualTo(TODAY.plusDays(20));
    assertThat(present()).isEqualTo(first);
    assertThat(escalations.plans).hasSize(1);
  }

  @Test
  void another_plan_of_the_same_breach_is_another_plan() {
    says(O1, TODAY, "x");
    escalations.kept.put("B1", present().resumed(NOW));
    says(O1, TODAY, "x");

    assertThat(escalations.plans).doesNotHaveDuplicates().hasSize(2);
  }
}
