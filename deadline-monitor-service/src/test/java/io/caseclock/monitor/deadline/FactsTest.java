package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.Roll;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

  private final InventedRule ordinary = lasting("10 calendar-days").when("kind", "ordinary");
  private final InventedRule grave = lasting("30 calendar-days").when("kind", "grave");

  private static Map<String, Object> kind(Object value) {
    return Map.of("facts", Map.of("kind", value));
  }

  private static Story begun() {
    return Story.ofTheCase().to("person/P-1", "2026-03-02 10:00", "begun");
  }

  private void assertApplies(InventedRule rule, InventedRule other, Story story) {
    assertThat(rule.all(story)).hasSize(1);
    assertThat(other.all(story)).isEmpty();
  }

  @Nested
  class What_holds {

    @Test
    void is_the_packs_default_where_nothing_is_said() {
      assertApplies(ordinary, grave, begun());
    }

    @Test
    void is_what_is_said_of_the_case() {
      assertApplies(grave, ordinary, begun().on("2026-03-02 09:00", "filed", kind("grave")));
    }

    @Test
    void is_what_is_said_of_the_incident_behind_the_case() {
      assertApplies(
          grave,
          ordinary,
          begun().to("incident/I-1", "2026-03-02 09:00", "reported", kind("grave")));
    }

    @Test
    void is_what_is_said_of_the_person_before_what_is_said_of_the_case() {
      var story =
          begun()
              .to("person/P-1", "2026-03-02 11:00", "facts-stated", kind("ordinary"))
              .on("2026-03-02 12:00", "facts-stated", kind("grave"));

      assertApplies(ordinary, grave, story);
    }

    @Test
    void is_nothing_that_is_said_of_another_person() {
      assertApplies(
          ordinary,
          grave,
          begun().to("person/P-2", "2026-03-02 11:00", "facts-stated", kind("grave")));
    }

    @Test
    void is_the_newest_statement_and_may_change_back() {
      var story = begun().on("2026-03-03 10:00", "facts-stated", kind("grave"));
      assertApplies(grave, ordinary, story);

      story.on("2026-03-04 10:00", "facts-stated", kind("ordinary"));
      assertApplies(ordinary, grave, story);
    }

    @Test
    void is_the_default_again_once_a_statement_is_withdrawn() {
      var story = begun().on("2026-03-03 10:00", "facts-stated", kind("grave"));

      assertApplies(ordinary, grave, story.withdraws("2026-03-05 10:00", 2));
    }
  }

  @Nested
  class A_statement_after_the_end {

    @ParameterizedTest
    @CsvSource({
      "2026-03-05 09:59:59, 0",
      "2026-03-05 10:00:00, 0",
      "2026-03-05 10:00:01, 1",
    })
    void changes_nothing(String stated, int ordinaryOnes) {
      var story =
          begun()
              .to("person/P-1", "2026-03-05 10:00", "done")
              .on(stated, "facts-stated", kind("grave"));

      assertThat(ordinary.all(story)).hasSize(ordinaryOnes);
    }
  }

  @Nested
  class A_value_that_the_pack_does_not_know {

    @ParameterizedTest
    @CsvSource({"Grave", "unknown", "''"})
    void is_as_if_nothing_was_said(String value) {
      assertApplies(ordinary, grave, begun().on("2026-03-03 10:00", "facts-stated", kind(value)));
    }

    @Test
    void leaves_what_was_said_before() {
      var story =
          begun()
              .on("2026-03-03 10:00", "facts-stated", kind("grave"))
              .on("2026-03-04 10:00", "facts-stated", kind(3));

      assertApplies(grave, ordinary, story);
    }

    @Test
    void may_be_null_or_a_list() {
      Map<String, Object> nothing = new HashMap<>();
      nothing.put("kind", null);
      var story =
          begun()
              .on("2026-03-03 10:00", "facts-stated", Map.of("facts", nothing))
              .on("2026-03-04 10:00", "facts-stated", kind(List.of("grave")))
              .on("2026-03-05 10:00", "facts-stated", Map.of("facts", "grave"));

      assertApplies(ordinary, grave, story);
    }
  }

  @Test
  void a_yes_or_no_may_be_written_as_text_since_a_custody_must_not_be_missed() {
    var rule = lasting("1 calendar-days").rolling(Roll.NONE_IF_IN_CUSTODY);
    var story =
        Story.ofTheCase()
            .on("2026-03-06 09:00", "begun", Map.of("facts", Map.of("custody", "true")));

    assertThat(due(rule.after(story)).on()).isEqualTo(LocalDate.of(2026, 3, 7));
  }

  @Test
  void a_statement_switches_the_inquiry_from_eight_hours_to_twelve() {
    var story = Story.ofTheCase().to("person/P-1", "2026-03-10 10:00", "suspect-arrived");
    assertThat(inquiryRules(story)).containsExactly("admin-inquiry-8h");

    story.to(
        "person/P-1",
        "2026-03-10 11:00",
        "facts-stated",
        Map.of("facts", Map.of("inquiryGround", "unknown-identity")));
    assertThat(inquiryRules(story)).containsExactly("admin-inquiry-12h");

    story.withdraws("2026-03-10 12:00", 2);
    assertThat(inquiryRules(story)).containsExactly("admin-inquiry-8h");
  }

  private static List<String> inquiryRules(Story story) {
    return ShippedPack.engine()
        .evaluate(story.timeline(), story.instant("2026-03-10 13:00"))
        .stream()
        .map(deadline -> deadline.key().rule())
        .filter(id -> id.startsWith("admin-inquiry"))
        .toList();
  }
}
