package io.caseclock.pack.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.Bulletins.Kind;
import io.caseclock.pack.FindingKind;
import io.caseclock.pack.Indicator;
import io.caseclock.pack.Indicator.Reads;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.Standing;
import io.caseclock.pack.Standing.Line;
import io.caseclock.pack.SupervisionList;
import io.caseclock.pack.SupervisionList.Shows;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped packs say what a supervisor asks for. */
class ShippedNumbersTest {

  private static final List<Pack> PACKS = Packs.load(PackFiles.shippedIds());
  private static final Pack POLICE =
      PACKS.stream()
          .filter(pack -> pack.id().equals("cn-public-security"))
          .findFirst()
          .orElseThrow();

  @Test
  void the_five_lists_cover_the_six_elements() {
    assertThat(POLICE.lists().values())
        .extracting(list -> list.names().zh())
        .containsExactly("警情处置", "案件结案", "能力提升", "场所管理", "财物处置");
    assertThat(POLICE.lists().values())
        .filteredOn(list -> list.shows() == Shows.ROWS)
        .flatExtracting(SupervisionList::elements)
        .contains("incident", "case-file", "venue", "property")
        .contains("case", "person");
    assertThat(SupervisionList.ELEMENTS).hasSize(6);
  }

  @Test
  void each_list_has_rules_about_each_of_its_elements_unless_it_counts_officers() {
    for (var list : POLICE.lists().values()) {
      var elements =
          POLICE.rules().stream()
              .filter(rule -> rule.list().equals(list.id()))
              .map(Rule::element)
              .collect(Collectors.toSet());
      if (list.shows() == Shows.ROWS) {
        assertThat(elements).as(list.id()).isEqualTo(list.elements());
      }
    }
  }

  @Test
  void every_finding_stands_in_a_list() {
    for (var cause : FindingKind.CAUSES) {
      for (var element : Rule.ELEMENTS) {
        assertThat(POLICE.lists().values())
            .as("%s of a %s", cause, element)
            .anyMatch(list -> list.holdsFinding(cause, element));
      }
    }
  }

  @Test
  void every_breach_and_every_finding_of_an_officer_has_its_training() {
    var capability = Objects.requireNonNull(POLICE.lists().get("capability"));

    assertThat(capability.shows()).isEqualTo(Shows.OFFICERS);
    assertThat(POLICE.rules())
        .filteredOn(rule -> !rule.lapses())
        .allMatch(rule -> capability.trainingFor(rule).isPresent());
    assertThat(Rule.ELEMENTS)
        .allMatch(element -> capability.trainingForFinding("recorded", element).isPresent());
    assertThat(FindingKind.CAUSES)
        .filteredOn(cause -> capability.holdsFinding(cause, "case"))
        .allMatch(cause -> capability.trainingForFinding(cause, "case").isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "admin-inquiry-8h, custody-limits",
    "property-handover-24h, property-handling",
    "bodycam-upload, venue-and-recording",
    "incident-recording-linking, venue-and-recording",
    "incident-feedback-entry, reports-and-incidents",
    "casefile-assembly-admin, case-files",
    "notice-signing, rectification"
  })
  void a_repeated_breach_leads_to_the_training_that_is_for_it(String rule, String training) {
    var capability = Objects.requireNonNull(POLICE.lists().get("capability"));

    assertThat(capability.trainingFor(POLICE.rule(rule).orElseThrow()))
        .get()
        .extracting(one -> one.id())
        .isEqualTo(training);
  }

  @ParameterizedTest
  @CsvSource({
    "recordings-linked, 音视频关联率",
    "scenes-examined, 现场勘查率",
    "incidents-diverted, 警情分流准确及时率",
    "evidence-taken-in-time, 受案调查取证率",
    "appraised-online, 网上鉴定委托率",
    "property-stored-in-time, 涉案财物按时入库率",
    "case-files-kept, 案卷规范率",
    "closed-in-time, 按时办结率",
    "filed-in-time, 按时立案审查率"
  })
  void a_rate_of_deadlines_is_fed_by_rules(String id, String name) {
    var indicator = Objects.requireNonNull(POLICE.indicators().get(id));

    assertThat(indicator.names().zh()).isEqualTo(name);
    assertThat(indicator.reads()).isEqualTo(Reads.DEADLINES);
    assertThat(POLICE.rules()).anyMatch(rule -> rule.indicators().contains(id));
  }

  @ParameterizedTest
  @EnumSource(value = Reads.class, mode = EnumSource.Mode.EXCLUDE, names = "DEADLINES")
  void each_number_of_notification_has_its_indicator(Reads reads) {
    assertThat(POLICE.indicators().values())
        .filteredOn(indicator -> indicator.reads() == reads)
        .hasSize(1);
  }

  @Test
  void every_indicator_of_every_pack_has_a_target_and_colours() {
    assertThat(PACKS.stream().flatMap(pack -> pack.indicators().values().stream()))
        .hasSizeGreaterThan(40)
        .allMatch(indicator -> indicator.target() != null && !indicator.bands().isEmpty());
  }

  @Test
  void what_the_law_asks_for_should_always_be_met() {
    for (var pack : PACKS) {
      for (var indicator : pack.indicators().values()) {
        var rules = rulesOf(pack, indicator).toList();
        if (!rules.isEmpty() && rules.stream().allMatch(Rule::statutory)) {
          assertThat(indicator.target())
              .as(indicator.id())
              .extracting(Object::toString)
              .isEqualTo("100");
        }
      }
    }
  }

  @Test
  void units_are_appraised_by_several_numbers_and_safe_days() {
    var standing = Standing.of(PACKS).orElseThrow();

    assertThat(standing.leastDue()).isGreaterThanOrEqualTo(Standing.LEAST_OF_ALL);
    assertThat(standing.lines()).extracting(Line::measure).doesNotHaveDuplicates();
    assertThat(standing.lines())
        .filteredOn(line -> line.effect() == Standing.Effect.GIVES)
        .extracting(Line::measure)
        .containsExactly(new Standing.Measure.Counted(Standing.Number.SAFE_DAYS));
  }

  @Test
  void there_is_a_bulletin_of_each_kind_and_a_meeting() {
    var bulletins = POLICE.bulletins().orElseThrow();

    assertThat(Kind.values()).allMatch(kind -> bulletins.bulletin(kind).isPresent());
    assertThat(bulletins.bulletin(Kind.MONTHLY).orElseThrow().ahead()).isNotNull();
    assertThat(bulletins.meeting()).isPresent();
    assertThat(PACKS).filteredOn(pack -> pack.bulletins().isPresent()).containsExactly(POLICE);
  }

  @Test
  void a_call_back_may_say_whether_the_caller_is_satisfied() {
    var done = Objects.requireNonNull(POLICE.eventTypes().get("incident-callback-done"));

    assertThat(done.properties()).containsKey("satisfied");
    assertThat(done.required()).isEmpty();
  }

  private static Stream<Rule> rulesOf(Pack pack, Indicator indicator) {
    return pack.rules().stream().filter(rule -> rule.indicators().contains(indicator.id()));
  }

  @Test
  void no_two_indicators_have_one_name_in_either_language() {
    var all = PACKS.stream().flatMap(pack -> pack.indicators().values().stream()).toList();

    assertThat(all).extracting(one -> one.names().zh()).doesNotHaveDuplicates();
    assertThat(all).extracting(one -> one.names().en()).doesNotHaveDuplicates();
  }

  @Test
  void every_indicator_of_deadlines_is_fed_by_a_rule_of_some_pack() {
    assertThat(PACKS.stream().flatMap(pack -> pack.indicators().values().stream()))
        .filteredOn(one -> one.reads().isOfDeadlines())
        .allSatisfy(
            one ->
                assertThat(PACKS.stream().flatMap(pack -> pack.rules().stream()))
                    .anyMatch(rule -> rule.indicators().contains(one.id())));
  }
}
