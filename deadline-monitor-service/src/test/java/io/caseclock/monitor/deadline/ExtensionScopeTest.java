package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.ExtensionsTest.approval;
import static io.caseclock.monitor.deadline.ExtensionsTest.assertRefused;
import static io.caseclock.monitor.deadline.ExtensionsTest.begun;
import static io.caseclock.monitor.deadline.ExtensionsTest.extended;
import static io.caseclock.monitor.deadline.ExtensionsTest.twiceThirtyDays;
import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static io.caseclock.monitor.deadline.InventedRule.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExtensionScopeTest {

  @Nested
  class Several_kinds {

    private final InventedRule custody =
        lasting("2 months")
            .extendable("1 months", 1, null, "procuratorate-city")
            .extendable("2 months", 2, null, "procuratorate-province");

    private Story arrested() {
      return Story.ofTheCase().on("2026-01-10 10:00", "begun");
    }

    @Test
    void follow_in_their_order() {
      var story = extended(arrested(), "2026-03-01 09:00", "P1M", "procuratorate-city");
      extended(story, "2026-04-01 09:00", "P2M", "procuratorate-province");
      extended(story, "2026-06-01 09:00", "P2M", "procuratorate-province");

      assertThat(custody.lastDay(story)).isEqualTo(LocalDate.of(2026, 8, 10));
    }

    @Test
    void are_not_skipped() {
      var deadline =
          custody.after(extended(arrested(), "2026-03-01 09:00", "P2M", "procuratorate-province"));

      assertRefused(deadline, 2, Reason.TOO_MUCH);
    }

    @Test
    void each_ask_their_own_level() {
      var story = extended(arrested(), "2026-03-01 09:00", "P1M", "procuratorate-city");
      var deadline =
          custody.after(extended(story, "2026-04-01 09:00", "P2M", "procuratorate-city"));

      assertThat(deadline.refused())
          .containsExactly(new RefusedExtension(told(3), Reason.LEVEL_TOO_LOW));
      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 4, 10));
    }

    @Test
    void open_the_next_one_before_the_former_is_used_up() {
      var rule =
          lasting("30 calendar-days")
              .extendable("10 calendar-days", 3, null, "county")
              .extendable("30 calendar-days", 1, null, "city");
      var story = extended(begun(), "2026-04-01 09:00", "P10D", "county");
      extended(story, "2026-04-02 09:00", "P30D", "city");

      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 5, 14));
    }

    @Test
    void a_refused_one_leaves_the_way_open_for_a_right_one() {
      var story = extended(begun(), "2026-04-01 09:00", "P30D", "unit-head");
      var deadline = twiceThirtyDays().after(extended(story, "2026-04-02 09:00", "P30D", "county"));

      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 5, 6));
      assertThat(deadline.refused())
          .containsExactly(new RefusedExtension(told(2), Reason.LEVEL_TOO_LOW));
    }
  }

  @Nested
  class An_approval_concerns {

    private Story twoPeople() {
      return Story.ofTheCase()
          .to("person/P-1", "2026-03-05 10:00", "begun")
          .to("person/P-2", "2026-03-05 10:00", "begun");
    }

    private LocalDate lastDayOf(String person, Story story) {
      return due(InventedRule.of(person, twiceThirtyDays().all(story))).on();
    }

    @Test
    void one_person_where_it_names_one() {
      var story =
          twoPeople()
              .to(
                  "person/P-1",
                  "2026-04-01 09:00",
                  "extension-approved",
                  approval("P30D", "county"));

      assertThat(lastDayOf("person/P-1", story)).isEqualTo(LocalDate.of(2026, 5, 6));
      assertThat(lastDayOf("person/P-2", story)).isEqualTo(LocalDate.of(2026, 4, 7));
    }

    @Test
    void everybody_where_it_names_the_case() {
      var story = extended(twoPeople(), "2026-04-01 09:00", "P30D", "county");

      assertThat(lastDayOf("person/P-1", story)).isEqualTo(LocalDate.of(2026, 5, 6));
      assertThat(lastDayOf("person/P-2", story)).isEqualTo(LocalDate.of(2026, 5, 6));
    }

    @Test
    void only_the_rule_that_it_names() {
      Map<String, Object> other = new HashMap<>(approval("P30D", "county"));
      other.put("rule", "another");
      var deadline =
          twiceThirtyDays().after(begun().on("2026-04-01 09:00", "extension-approved", other));

      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 4, 7));
      assertThat(deadline.refused()).isEmpty();
    }
  }
}
