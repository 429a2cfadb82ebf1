package io.caseclock.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.sample.story.Officer;
import io.caseclock.local.sample.story.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleWorldTest {

  private static final Set<String> DIRECTORY =
      Set.of("unit-registered", "officer-assigned", "officer-away");
  private static final Instant NOW = Instant.parse("2026-11-23T09:20:00Z");
  private static final SampleWorld WORLD = SampleWorld.generate(NOW, 42);
  private static final List<Map<String, Object>> EVENTS = WORLD.events().toList();
  private static final List<Map<String, Object>> CASE_EVENTS =
      EVENTS.stream().filter(event -> !isOfDirectory(event)).toList();
  private static final PackText PACK = new PackText();

  @Nested
  class AnEvent {

    @Test
    void has_every_attribute_of_a_cloud_event() {
      assertThat(EVENTS)
          .allSatisfy(
              event ->
                  assertThat(event)
                      .containsOnlyKeys(
                          "specversion",
                          "id",
                          "source",
                          "type",
                          "subject",
                          "time",
                          "recordedtime",
                          "datacontenttype",
                          "data")
                      .containsEntry("specversion", "1.0"));
    }

    @Test
    void has_an_identity_of_its_own() {
      assertThat(EVENTS.stream().map(event -> event.get("source") + "#" + event.get("id")))
          .doesNotHaveDuplicates();
    }

    @Test
    void is_recorded_after_it_happened_and_not_in_the_future() {
      assertThat(EVENTS)
          .allSatisfy(
              event -> {
                assertThat(at(event, "time")).isBeforeOrEqualTo(at(event, "recordedtime"));
                assertThat(at(event, "recordedtime")).isBeforeOrEqualTo(NOW);
              });
    }

    @Test
    void comes_from_the_system_of_its_unit_and_names_one_of_its_officers() {
      var roster = new Roster();
      var posts =
          roster.officers().stream()
              .map(officer -> officer.unit() + " " + officer.id())
              .collect(Collectors.toSet());

      assertThat(CASE_EVENTS)
          .filteredOn(event -> !text(event, "type").equals("case-assigned"))
          .allSatisfy(
              event -> {
                var unit = data(event).get("unit");
                assertThat(event).containsEntry("source", "urn:precinct:" + unit);
                assertThat(posts).contains(unit + " " + data(event).get("officer"));
              });
    }

    @Test
    void names_its_case() {
      assertThat(CASE_EVENTS).allSatisfy(event -> assertThat(caseOf(event)).matches("[AJV]99\\d+"));
    }
  }

  @Nested
  class ByTheRulePack {

    @Test
    void every_type_is_known_and_about_its_element() {
      assertThat(PACK.elements).hasSizeGreaterThan(150);
      assertThat(ofThePack())
          .allSatisfy(
              event ->
                  assertThat((String) event.get("subject"))
                      .as("%s", event.get("type"))
                      .startsWith(PACK.elements.get(event.get("type")) + "/"));
    }

    @Test
    void every_required_member_is_there() {
      assertThat(PACK.required).isNotEmpty();
      assertThat(ofThePack())
          .filteredOn(event -> PACK.required.containsKey(event.get("type")))
          .allSatisfy(
              event -> assertThat(data(event)).containsKey(PACK.required.get(event.get("type"))));
    }

    @Test
    void every_fact_is_declared_with_its_value() {
      var stated = CASE_EVENTS.stream().flatMap(event -> factsOf(event).entrySet().stream());

      assertThat(stated)
          .hasSizeGreaterThan(1000)
          .allSatisfy(fact -> assertThat(PACK.facts.get(fact.getKey())).contains(fact.getValue()));
    }

    @Test
    void every_extension_names_a_rule() {
      assertThat(ofType("extension-approved"))
          .hasSizeGreaterThan(10)
          .allSatisfy(event -> assertThat(PACK.rules).contains((String) data(event).get("rule")));
    }
  }

  @Nested
  class TheWorld {

    @Test
    void begins_with_the_directory_from_the_root_down() {
      var directory = EVENTS.stream().takeWhile(SampleWorldTest::isOfDirectory).toList();
      Set<Object> known = new HashSet<>();

      assertThat(directory)
          .hasSize(13 + 60 + 1)
          .hasSameSizeAs(EVENTS.stream().filter(SampleWorldTest::isOfDirectory).toList());
      assertThat(directory.subList(0, 13))
          .allSatisfy(
              event -> {
                var parent = data(event).get("parent");
                assertThat(known.isEmpty() ? parent == null : known.contains("unit/" + parent))
                    .isTrue();
                known.add(event.get("subject"));
              });
    }

    @Test
    void posts_every_officer_before_the_first_case() {
      var first = at(CASE_EVENTS.getFirst(), "recordedtime");

      assertThat(EVENTS.stream().filter(event -> text(event, "type").equals("officer-assigned")))
          .hasSize(60)
          .allSatisfy(event -> assertThat(at(event, "time")).isBefore(first));
    }

    @Test
    void has_one_officer_on_leave_on_its_day_with_a_substitute_of_the_same_unit() {
      var away = EVENTS.stream().filter(event -> text(event, "type").equals("officer-away"));
      var posts = new Roster().officers();

      assertThat(away)
          .singleElement()
          .satisfies(
              event -> {
                assertThat(Instant.parse(text(data(event), "from"))).isBefore(NOW);
                assertThat(Instant.parse(text(data(event), "until"))).isAfter(NOW);
                var ids =
                    List.of(
                        text(event, "subject").replace("officer/", ""),
                        text(data(event), "substitute"));
                assertThat(posts.stream().filter(one -> ids.contains(one.id())))
                    .hasSize(2)
                    .extracting(Officer::unit)
                    .containsOnly("9904");
              });
    }

    @Test
    void goes_on_in_the_order_in_which_the_events_were_recorded() {
      assertThat(CASE_EVENTS.stream().map(event -> at(event, "recordedtime")).toList()).isSorted();
    }

    @Test
    void withdraws_only_what_was_sent_before() {
      Set<String> sent = new HashSet<>();
      for (var event : CASE_EVENTS) {
        if (text(event, "type").equals("event-withdrawn")) {
          assertThat(sent).contains(data(event).get("source") + "#" + data(event).get("id"));
        }
        sent.add(event.get("source") + "#" + event.get("id"));
      }
      assertThat(ofType("event-withdrawn")).hasSizeBetween(5, 40);
    }

    @Test
    void enters_some_events_hours_or_days_late_and_all_others_within_minutes() {
      var corrected = casesWith("event-withdrawn");
      var delays =
          CASE_EVENTS.stream()
              .filter(event -> !corrected.contains(caseOf(event)))
              .map(event -> Duration.between(at(event, "time"), at(event, "recordedtime")))
              .toList();

      assertThat(delays).filteredOn(delay -> delay.toHours() >= 3).hasSizeBetween(150, 500);
      assertThat(delays)
          .filteredOn(delay -> delay.toMinutes() > 15 && delay.toHours() < 3)
          .isEmpty();
    }

    @Test
    void hands_some_cases_over_and_from_then_on_they_are_told_by_who_has_them() {
      assertThat(ofType("case-assigned"))
          .hasSizeBetween(10, 60)
          .allSatisfy(
              handOver ->
                  assertThat(CASE_EVENTS)
                      .filteredOn(event -> caseOf(event).equals(caseOf(handOver)))
                      .filteredOn(event -> at(event, "time").isAfter(at(handOver, "time")))
                      .allSatisfy(
                          event ->
                              assertThat(data(event))
                                  .containsEntry("unit", data(handOver).get("unit"))
                                  .containsEntry("officer", data(handOver).get("officer"))))
          .anySatisfy(
              handOver ->
                  assertThat("urn:precinct:" + data(handOver).get("unit"))
                      .isNotEqualTo(handOver.get("source")));
    }

    @Test
    void tells_of_most_call_backs_whether_the_caller_is_satisfied() {
      var answers =
          ofType("incident-callback-done").stream()
              .map(event -> text(data(event), "satisfied"))
              .toList();

      assertThat(answers).contains("null");
      assertThat(answers).filteredOn("true"::equals).hasSizeGreaterThan(answers.size() * 8 / 10);
      assertThat(answers)
          .filteredOn("false"::equals)
          .hasSizeBetween(ofType("incident-callback-unsatisfied").size(), 150);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-23T09:20:00Z, 1",
      "2026-10-05T01:00:00Z, 2",
      "2026-11-21T18:30:00Z, 3",
      "2027-02-10T15:59:59Z, 4"
    })
    void is_of_its_size_on_any_day(Instant now, long seed) {
      var world = SampleWorld.generate(now, seed);
      var events = world.events().toList();
      var cases =
          events.stream().filter(event -> !isOfDirectory(event)).map(SampleWorldTest::caseOf);
      var tally = world.tally();

      assertThat(events).hasSizeBetween(17_000, 22_000);
      assertThat(cases.distinct()).hasSizeBetween(2_900, 3_000);
      assertThat(tally.neglected()).isBetween(28, 35);
      assertThat(tally.pressed()).isBetween(20, 30);
      assertThat(100.0 * tally.late() / tally.steps()).isBetween(1.5, 3.5);
    }

    @Test
    void leaves_cases_open_but_none_without_an_end_in_sight() {
      var closed = casesWith("case-closed", "case-withdrawn");
      var open = casesWith("case-filed");
      open.removeAll(closed);

      assertThat(closed).hasSizeGreaterThan(300);
      assertThat(open).hasSizeBetween(100, 300);
    }
  }

  @Test
  void the_same_seed_gives_the_same_events_and_another_seed_others() {
    assertThat(SampleWorld.generate(NOW, 42).events().toList()).isEqualTo(EVENTS);
    assertThat(SampleWorld.generate(NOW, 43).events().toList()).isNotEqualTo(EVENTS);
  }

  private static List<Map<String, Object>> ofThePack() {
    var builtIn = Set.of("extension-approved", "facts-stated", "event-withdrawn", "case-assigned");
    return CASE_EVENTS.stream().filter(event -> !builtIn.contains(event.get("type"))).toList();
  }

  private static List<Map<String, Object>> ofType(String type) {
    return CASE_EVENTS.stream().filter(event -> text(event, "type").equals(type)).toList();
  }

  private static Set<String> casesWith(String... types) {
    return CASE_EVENTS.stream()
        .filter(event -> List.of(types).contains(event.get("type")))
        .map(SampleWorldTest::caseOf)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean isOfDirectory(Map<String, Object> event) {
    return DIRECTORY.contains(event.get("type"));
  }

  private static String caseOf(Map<String, Object> event) {
    var subject = text(event, "subject");
    return subject.startsWith("case/")
        ? subject.substring("case/".length())
        : text(data(event), "caseId");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(Map<String, Object> event) {
    return (Map<String, Object>) Objects.requireNonNull(event.get("data"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> factsOf(Map<String, Object> event) {
    return (Map<String, Object>) data(event).getOrDefault("facts", Map.of());
  }

  private static String text(Map<String, Object> map, String member) {
    return String.valueOf(map.get(member));
  }

  private static Instant at(Map<String, Object> event, String attribute) {
    return Instant.parse(text(event, attribute));
  }
}
