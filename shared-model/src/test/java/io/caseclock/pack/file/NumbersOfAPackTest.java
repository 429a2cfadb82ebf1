package io.caseclock.pack.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.UnitKind;
import io.caseclock.pack.Band;
import io.caseclock.pack.Bulletins;
import io.caseclock.pack.Bulletins.Bulletin;
import io.caseclock.pack.Bulletins.Kind;
import io.caseclock.pack.Bulletins.Made;
import io.caseclock.pack.Colour;
import io.caseclock.pack.FindingKind;
import io.caseclock.pack.Indicator;
import io.caseclock.pack.Indicator.Reads;
import io.caseclock.pack.Lead;
import io.caseclock.pack.Mistake;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.Percent;
import io.caseclock.pack.SideBySide;
import io.caseclock.pack.Standing;
import io.caseclock.pack.Standing.Effect;
import io.caseclock.pack.Standing.Measure;
import io.caseclock.pack.Standing.Number;
import io.caseclock.pack.Standing.Per;
import io.caseclock.pack.SupervisionList.Shows;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pack says about numbers: indicators, lists, the standing of units, and bulletins. */
class NumbersOfAPackTest {

  private static final String INDICATORS =
      """
      - id: in-time
        names: {zh: 按时, en: In time}
        target: 97.5
        bands:
          - {colour: green, from: 97.5}
          - {colour: yellow, from: 90}
          - {colour: red, from: 0}
      - {id: rectified, names: {zh: 整改, en: Rectified}, reads: notices-rectified, target: 90}
      """;

  private static final String LISTS =
      """
      - id: closing
        names: {zh: 结案, en: Closing}
        elements: [case, case-file]
        findings: [contradiction, recorded/case]
      - id: skill
        names: {zh: 能力, en: Skill}
        elements: [case]
        findings: [recorded]
        shows: officers
        training:
          - {id: first, names: {zh: 一, en: One}, rules: [first], findings: [recorded/venue]}
          - {id: rest, names: {zh: 余, en: Rest}, lists: [closing], findings: [recorded]}
      """;

  private static final String STANDING =
      """
      start: 90
      least-due: 10
      lines:
        - {id: late, names: {zh: 超期, en: Late}, number: breached, takes: 2, per: hundred-due, most: 40}
        - {id: safe, names: {zh: 安全, en: Safe}, number: safe-days, gives: 0.1, per: day, most: 5}
        - {id: rate, names: {zh: 率, en: Rate}, indicator: in-time, takes: 1.5, per: percent-below-target, most: 20}
      """;

  private static final String BULLETINS =
      """
      daily: {names: {zh: 日报, en: Daily}, at: 08:30, units: [station, bureau]}
      weekly: {names: {zh: 周报, en: Weekly}, at: "09:00", units: [bureau], weekday: friday, most: 9}
      monthly: {names: {zh: 月报, en: Monthly}, at: "09:00", units: [bureau], day: 2, ahead: 10 working-days}
      meeting: {weekday: tuesday, at: "08:00", units: [sub-bureau]}
      """;

  private static Map<String, String> texts() {
    var texts = InventedPack.good();
    texts.put("indicators.yaml", INDICATORS);
    texts.put("lists.yaml", LISTS);
    texts.put("standing.yaml", STANDING);
    texts.put("bulletins.yaml", BULLETINS);
    return texts;
  }

  private static Pack pack(Map<String, String> texts) {
    return PackReader.require(new PackFiles("invented", texts));
  }

  private static List<Mistake> mistakes(Map<String, String> texts) {
    return switch (PackReader.read(new PackFiles("invented", texts))) {
      case PackReading.Read read -> List.of();
      case PackReading.Refused refused -> refused.mistakes();
    };
  }

  private static void assertMistake(
      String file, String right, String wrong, int line, String expected) {
    var texts = texts();
    var text = Objects.requireNonNull(texts.get(file));
    assertThat(text).contains(right);
    texts.put(file, text.replace(right, wrong));
    assertThat(mistakes(texts))
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.file()).isEqualTo(file);
              assertThat(mistake.line()).isEqualTo(line);
              assertThat(mistake.expected()).contains(expected);
            });
  }

  @Nested
  class Indicators {

    @Test
    void an_indicator_has_its_target_and_its_bands() {
      var pack = pack(texts());

      assertThat(pack.indicators().keySet()).containsExactly("in-time", "rectified");
      assertThat(pack.indicators().get("in-time"))
          .isEqualTo(
              new Indicator(
                  "in-time",
                  Objects.requireNonNull(pack.indicators().get("in-time")).names(),
                  Reads.DEADLINES,
                  Percent.parse("97.5"),
                  List.of(
                      new Band(Colour.GREEN, new Percent(9750)),
                      new Band(Colour.YELLOW, new Percent(9000)),
                      new Band(Colour.RED, Percent.ZERO))));
      assertThat(Objects.requireNonNull(pack.indicators().get("rectified")).reads())
          .isEqualTo(Reads.NOTICES_RECTIFIED);
    }

    @Test
    void an_indicator_needs_neither_target_nor_bands() {
      var indicator = pack(InventedPack.good()).indicators().get("in-time");

      assertThat(Objects.requireNonNull(indicator).target()).isNull();
      assertThat(indicator.bands()).isEmpty();
      assertThat(indicator.colour(1, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "974, 1000, YELLOW",
      "975, 1000, GREEN",
      "39, 40, GREEN",
      "89999, 100000, RED",
      "9, 10, YELLOW",
      "0, 3, RED",
      "0, 0, "
    })
    void a_rate_has_the_colour_of_the_best_band_that_it_reaches_exactly(
        long met, long all, @org.jspecify.annotations.Nullable Colour colour) {
      var indicator = Objects.requireNonNull(pack(texts()).indicators().get("in-time"));

      assertThat(indicator.colour(met, all)).isEqualTo(Optional.ofNullable(colour));
    }

    @ParameterizedTest
    @CsvSource({"98, 98", "97.50, 97.5", "100, 100", "0, 0", "0.05, 0.05", "70, 70"})
    void a_percentage_is_written_without_zeros_behind_it(String text, String written) {
      assertThat(Percent.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({"100.01", "-1", "97.505", "98%", "1e2", "''", "1000"})
    void what_is_no_percentage_is_refused(String text) {
      assertThatThrownBy(() -> Percent.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "target: 97.5 | target: 101 | 3 | a percentage from 0 to 100",
          "target: 97.5 | target: 95 | 4 | no band begins at the target: expected one 'from: 95'",
          "from: 90 | from: 97.5 | 6 | bands go down: expected less than 97.5",
          "colour: yellow | colour: green | 6 | colours go from green to red",
          "colour: yellow | colour: purple | 6 | one of [green, blue, yellow, orange, red]",
          "from: 0} | from: 5} | 7 | the last band holds for all that is left",
          "from: 0} | from: 0, to: 9} | 7 | unknown member 'to'",
          "reads: notices-rectified | reads: notice | 8 | [deadlines, notices-rectified",
          "id: rectified | id: in-time | 8 | 'in-time' is declared twice",
          "reads: notices-rectified | note: none | 8 | no rule names the indicator 'rectified'",
        })
    void a_mistake_is_told(String right, String wrong, int line, String expected) {
      assertMistake("indicators.yaml", right, wrong, line, expected);
    }

    @Test
    void one_band_is_none_and_no_rate_misses_a_target_of_zero() {
      var texts = texts();
      texts.put(
          "indicators.yaml",
          """
          - id: in-time
            names: {zh: 按时, en: In time}
            bands: [{colour: green, from: 0}]
          """);
      texts.put(
          "standing.yaml",
          STANDING.replace(
              "indicator: in-time, takes: 1.5, per: percent-below-target",
              "number: findings, takes: 1, per: count"));
      assertThat(mistakes(texts)).extracting(Mistake::line).containsExactly(3);

      texts.put(
          "indicators.yaml",
          """
          - id: in-time
            names: {zh: 按时, en: In time}
            target: 0
            bands: [{colour: green, from: 90}, {colour: red, from: 0}]
          """);
      assertThat(mistakes(texts)).extracting(Mistake::line).containsExactly(3);
    }

    @Test
    void a_rule_cannot_feed_what_is_no_rate_of_deadlines() {
      var texts = texts();
      texts.computeIfPresent(
          InventedPack.RULES, (file, text) -> text.replace("[in-time]", "[in-time, rectified]"));

      assertThat(mistakes(texts))
          .extracting(Mistake::toString)
          .containsExactly(
              InventedPack.RULES
                  + ":9: the indicator 'rectified' reads something else than deadlines");
    }

    @Test
    void two_packs_agree_on_what_an_indicator_should_reach() {
      var other = texts();
      other.replaceAll(
          (file, text) ->
              text.replace("id: invented", "id: other")
                  .replace("- id: first", "- id: second")
                  .replace("rules: [first]", "rules: [second]")
                  .replace(",first,", ",second,"));
      assertThat(SideBySide.clashes(List.of(pack(texts()), pack(other)))).isEmpty();

      other.computeIfPresent(
          "indicators.yaml", (file, text) -> text.replace("from: 90", "from: 91"));

      assertThat(SideBySide.clashes(List.of(pack(texts()), pack(other))))
          .containsExactly(
              "the indicator in-time has another target or reads something else in invented and in"
                  + " other");
    }
  }

  @Nested
  class Lists {

    @Test
    void a_list_has_its_elements_and_findings() {
      var pack = pack(texts());
      var closing = Objects.requireNonNull(pack.lists().get("closing"));

      assertThat(pack.lists().keySet()).containsExactly("closing", "skill");
      assertThat(closing.elements()).containsExactly("case", "case-file");
      assertThat(closing.shows()).isEqualTo(Shows.ROWS);
      assertThat(closing.findings())
          .containsExactly(
              new FindingKind("contradiction", null), new FindingKind("recorded", "case"));
      assertThat(closing.holdsFinding("recorded", "case")).isTrue();
      assertThat(closing.holdsFinding("recorded", "venue")).isFalse();
      assertThat(closing.holdsFinding("contradiction", "venue")).isTrue();
      assertThat(closing.holdsFinding("audit", "case")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
      "recorded, recorded, venue, true",
      "recorded, audit, venue, false",
      "venue, audit, venue, true",
      "venue, audit, case, false",
      "recorded/venue, recorded, venue, true",
      "recorded/venue, recorded, case, false",
      "recorded/venue, audit, venue, false"
    })
    void a_kind_of_findings_is_a_cause_an_element_or_both(
        String kind, String cause, String element, boolean covered) {
      assertThat(FindingKind.parse(kind).covers(cause, element)).isEqualTo(covered);
      assertThat(FindingKind.parse(kind)).hasToString(kind);
    }

    @Test
    void the_first_training_that_fits_holds() {
      var pack = pack(texts());
      var skill = Objects.requireNonNull(pack.lists().get("skill"));
      var rule = pack.rule("first").orElseThrow();

      assertThat(skill.trainingFor(rule)).get().extracting(one -> one.id()).isEqualTo("first");
      assertThat(skill.trainingForFinding("recorded", "venue"))
          .get()
          .extracting(one -> one.id())
          .isEqualTo("first");
      assertThat(skill.trainingForFinding("recorded", "case"))
          .get()
          .extracting(one -> one.id())
          .isEqualTo("rest");
      assertThat(skill.trainingForFinding("audit", "case")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "elements: [case, case-file] | elements: [case, notice] | 3 | 'notice' is none of",
          "elements: [case, case-file] | elements: [case, case] | 3 | stands twice",
          "[contradiction, recorded/case] | [mistaken] | 4 | a cause, an element, or both",
          "[contradiction, recorded/case] | [recorded/planet] | 4 | or both like recorded/venue",
          "[contradiction, recorded/case] | [audit, audit/case] | 4 | among those before it",
          "[contradiction, recorded/case] | [venue, audit/venue] | 4 | among those before it",
          "shows: officers | shows: all | 9 | one of [rows, officers]",
          "rules: [first] | rules: [fist] | 11 | no 'fist' among its rules; did you mean 'first'?",
          "lists: [closing] | lists: [opening] | 12 | no 'opening' among its lists",
          "lists: [closing] | indicators: [late] | 12 | no 'late' among its indicators",
          "id: rest | id: first | 12 | the training 'first' stands twice",
          "rules: [first], findings: [recorded/venue] | note: x | 11 | training for nothing",
        })
    void a_mistake_is_told(String right, String wrong, int line, String expected) {
      assertMistake("lists.yaml", right, wrong, line, expected);
    }

    @Test
    void officers_are_counted_by_element() {
      assertMistake(
          "lists.yaml", "  elements: [case]\n", "", 5, "a list of officers counts by element");
    }

    @Test
    void training_stands_only_where_officers_are_counted() {
      assertMistake(
          "lists.yaml", "  shows: officers\n", "", 9, "only a list with 'shows: officers'");
    }

    @Test
    void a_rule_is_about_an_element_of_its_list() {
      var texts = texts();
      texts.computeIfPresent(
          "lists.yaml", (file, text) -> text.replace("[case, case-file]", "[venue]"));

      assertThat(mistakes(texts))
          .extracting(Mistake::toString)
          .containsExactly(
              InventedPack.RULES
                  + ":8: the list 'closing' is not for the element 'case', only for [venue]");
    }
  }

  @Nested
  class Standings {

    @Test
    void a_standing_has_its_lines_in_their_order() {
      var standing = pack(texts()).standing().orElseThrow();

      assertThat(standing.start()).isEqualTo(90);
      assertThat(standing.leastDue()).isEqualTo(10);
      assertThat(standing.lines())
          .extracting(
              Standing.Line::id,
              Standing.Line::measure,
              Standing.Line::effect,
              Standing.Line::points,
              Standing.Line::per,
              Standing.Line::most)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "late",
                  new Measure.Counted(Number.BREACHED),
                  Effect.TAKES,
                  new BigDecimal("2"),
                  Per.HUNDRED_DUE,
                  new BigDecimal("40")),
              org.assertj.core.groups.Tuple.tuple(
                  "safe",
                  new Measure.Counted(Number.SAFE_DAYS),
                  Effect.GIVES,
                  new BigDecimal("0.1"),
                  Per.DAY,
                  new BigDecimal("5")),
              org.assertj.core.groups.Tuple.tuple(
                  "rate",
                  new Measure.Rate("in-time"),
                  Effect.TAKES,
                  new BigDecimal("1.5"),
                  Per.PERCENT_BELOW_TARGET,
                  new BigDecimal("20")));
    }

    @Test
    void the_first_pack_that_appraises_gives_the_standing() {
      var silent = pack(InventedPack.good());
      var telling = pack(texts());

      assertThat(Standing.of(List.of(silent))).isEmpty();
      assertThat(Standing.of(List.of(silent, telling))).isEqualTo(telling.standing());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "start: 90 | start: -1 | 1 | from 0 to 1000",
          "least-due: 10 | least-due: 4 | 2 | a whole number from 5",
          "number: breached | number: broken | 4 | one of [breached, met-late",
          "number: breached, takes | takes | 4 | expected 'number' or 'indicator'",
          "takes: 2, per: hundred-due | gives: 1, takes: 2, per: hundred-due | 4 | 'gives' or",
          "takes: 2, per: hundred-due | per: hundred-due | 4 | expected 'gives' or 'takes'",
          "takes: 2, per: hundred-due | takes: 0, per: hundred-due | 4 | points from 0.01",
          "per: hundred-due | per: day | 4 | 'per' should be count or hundred-due",
          "per: day | per: count | 5 | 'per' should be day",
          "per: percent-below-target | per: count | 6 | 'per' should be percent-below-target",
          "most: 40 | most: 1 | 4 | at least what the line gives or takes once, 2",
          "indicator: in-time | indicator: in-tine | 6 | did you mean 'in-time'?",
          "indicator: in-time | indicator: rectified | 6 | units are appraised by deadlines",
          "takes: 1.5 | gives: 1.5 | 6 | what lies below a target takes points",
          "id: safe | id: late | 5 | the line 'late' stands twice",
        })
    void a_mistake_is_told(String right, String wrong, int line, String expected) {
      assertMistake("standing.yaml", right, wrong, line, expected);
    }

    @Test
    void an_indicator_without_a_target_cannot_be_missed() {
      var texts = texts();
      texts.put("indicators.yaml", "- {id: in-time, names: {zh: 按时, en: In time}}\n");

      assertThat(mistakes(texts))
          .extracting(Mistake::toString)
          .containsExactly("standing.yaml:6: the indicator 'in-time' has no target to miss");
    }

    @Test
    void a_pack_with_more_mistakes_than_are_told_is_refused_all_the_same() {
      var texts = texts();
      texts.put("facts.yaml", "- {name: 1}\n".repeat(600));
      texts.put("standing.yaml", "lines: []\n");
      texts.put("indicators.yaml", INDICATORS.replace("from: 0}", "from: 5}"));

      assertThat(mistakes(texts)).hasSizeGreaterThan(900);
    }

    @Test
    void nobody_is_appraised_by_one_number_alone() {
      var texts = texts();
      texts.put(
          "standing.yaml",
          """
          lines:
            - {id: a, names: {zh: 甲, en: A}, number: breached, takes: 2, per: count, most: 4}
            - {id: b, names: {zh: 乙, en: B}, number: breached, takes: 1, per: hundred-due, most: 4}
          """);

      assertThat(mistakes(texts))
          .extracting(Mistake::toString)
          .containsExactly(
              "standing.yaml:1: never by one number alone: expected lines of at least two numbers");
    }
  }

  @Nested
  class BulletinsAndMeetings {

    @Test
    void bulletins_have_their_times_and_units() {
      var bulletins = pack(texts()).bulletins().orElseThrow();

      assertThat(bulletins.bulletin(Kind.DAILY))
          .get()
          .extracting(
              Bulletin::at, Bulletin::units, Bulletin::made, Bulletin::ahead, Bulletin::most)
          .containsExactly(
              LocalTime.of(8, 30),
              Set.of(UnitKind.STATION, UnitKind.BUREAU),
              new Made.EachWorkingDay(),
              null,
              50);
      assertThat(bulletins.bulletin(Kind.WEEKLY))
          .get()
          .extracting(Bulletin::made, Bulletin::most)
          .containsExactly(new Made.Weekly(DayOfWeek.FRIDAY), 9);
      assertThat(bulletins.bulletin(Kind.MONTHLY))
          .get()
          .extracting(Bulletin::made, Bulletin::ahead)
          .containsExactly(new Made.Monthly(2), new Lead.WorkingDays(10));
      assertThat(bulletins.meeting())
          .contains(
              new Bulletins.Meeting(
                  DayOfWeek.TUESDAY, LocalTime.of(8, 0), Set.of(UnitKind.SUB_BUREAU)));
    }

    @Test
    void what_is_not_said_is_monday_the_first_working_day_and_thirty_days_ahead() {
      var texts = texts();
      texts.put(
          "bulletins.yaml",
          BULLETINS
              .replace(", weekday: friday", "")
              .replace(", day: 2, ahead: 10 working-days", ""));

      var bulletins = pack(texts).bulletins().orElseThrow();

      assertThat(bulletins.bulletin(Kind.WEEKLY).orElseThrow().made())
          .isEqualTo(new Made.Weekly(DayOfWeek.MONDAY));
      assertThat(bulletins.bulletin(Kind.MONTHLY).orElseThrow().made())
          .isEqualTo(new Made.Monthly(1));
      assertThat(bulletins.bulletin(Kind.MONTHLY).orElseThrow().ahead())
          .isEqualTo(Bulletin.AHEAD)
          .hasToString("P30D");
    }

    @Test
    void the_first_pack_that_asks_for_bulletins_gives_their_calendar() {
      var silent = pack(InventedPack.good());
      var telling = pack(texts());

      assertThat(Bulletins.inForce(List.of(silent))).isEmpty();
      assertThat(Bulletins.inForce(List.of(silent, telling))).containsSame(telling);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "at: 08:30 | at: 24:00 | 1 | a time like 08:30",
          "at: 08:30 | at: 8.30 | 1 | a time like 08:30",
          "daily: | dayly: | 1 | unknown member 'dayly'; did you mean 'daily'?",
          "units: [station, bureau] | units: [] | 1 | for nobody",
          "units: [station, bureau] | units: [ministry] | 1 | the kind of unit 'ministry'",
          "weekday: friday | weekday: fryday | 2 | one of [monday",
          "weekday: friday | day: 1 | 2 | unknown member 'day'",
          "most: 9 | most: 501 | 2 | a whole number from 1 to 500",
          "day: 2 | day: 16 | 3 | a whole number from 1 to 15",
          "ahead: 10 working-days | ahead: P400D | 3 | at most P366D",
          "ahead: 10 working-days | ahead: P0D | 3 | not zero",
          "weekday: tuesday | most: 3 | 4 | unknown member 'most'",
        })
    void a_mistake_is_told(String right, String wrong, int line, String expected) {
      assertMistake("bulletins.yaml", right, wrong, line, expected);
    }

    @Test
    void a_file_that_asks_for_nothing_is_a_mistake_and_so_is_a_list() {
      var texts = texts();
      texts.put("bulletins.yaml", "{}\n");
      assertThat(mistakes(texts))
          .extracting(Mistake::expected)
          .containsExactly("expected 'daily', 'weekly', 'monthly' or 'meeting', or no such file");

      texts.put("bulletins.yaml", "[]\n");
      assertThat(mistakes(texts))
          .extracting(Mistake::expected)
          .contains("expected a mapping of names to values");
    }

    @Test
    void bulletins_need_a_calendar_to_know_the_working_days() {
      var texts = texts();
      texts.keySet().removeIf(file -> file.startsWith("calendars/"));
      texts.computeIfPresent(
          InventedPack.RULES, (file, text) -> text.replace("roll: next-working-day", "roll: none"));
      texts.put("bulletins.yaml", BULLETINS.replace("10 working-days", "P9D"));

      assertThat(mistakes(texts))
          .extracting(Mistake::toString)
          .containsExactly(
              "pack.yaml:1: bulletins are made on working days: expected 'calendar', or"
                  + " calendars/index.yaml");
    }
  }
}
