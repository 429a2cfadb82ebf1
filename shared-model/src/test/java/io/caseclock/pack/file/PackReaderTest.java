package io.caseclock.pack.file;

import static io.caseclock.pack.file.InventedPack.PACK;
import static io.caseclock.pack.file.InventedPack.RULE;
import static io.caseclock.pack.file.InventedPack.RULES;
import static io.caseclock.pack.file.InventedPack.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.Names;
import io.caseclock.pack.CalendarYear;
import io.caseclock.pack.Mistake;
import io.caseclock.pack.PackReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackReaderTest {

  private static List<Mistake> mistakes(Map<String, String> texts) {
    return switch (PackReader.read(new PackFiles("invented", texts))) {
      case PackReading.Read read -> List.of();
      case PackReading.Refused refused -> refused.mistakes();
    };
  }

  private static List<Mistake> mistakes(String file, String text) {
    var texts = good();
    texts.put(file, text);
    return mistakes(texts);
  }

  private static List<Mistake> mistakesWith(String file, String right, String wrong) {
    var text = Objects.requireNonNull(good().get(file));
    assertThat(text).contains(right);
    return mistakes(file, text.replace(right, wrong));
  }

  @Nested
  class A_right_pack {

    @Test
    void has_no_mistakes() {
      assertThat(mistakes(good())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"cn-public-security", "cn-court-mediation", "cn-guardianship-supervision"})
    void is_what_is_shipped(String pack) {
      assertThat(PackReader.read(PackFiles.shipped(pack))).isInstanceOf(PackReading.Read.class);
    }

    @Test
    void takes_its_default_warnings_by_length_longest_first() {
      var pack = PackReader.require(new PackFiles("invented", good()));
      var hours = good();
      hours.put(
          RULES, RULE.replace("30 calendar-days", "24 hours").replace("next-working-day", "none"));

      assertThat(pack.rules().getFirst().versions().getFirst().warnings()).hasToString("[P1D]");
      assertThat(
              PackReader.require(new PackFiles("invented", hours))
                  .rules()
                  .getFirst()
                  .versions()
                  .getFirst()
                  .warnings())
          .hasToString("[PT6H, PT2H]");
    }

    @Test
    void warns_by_severity_and_in_working_time_once_it_says_its_office_hours() {
      var lines =
          "warnings:\n  - {upTo: 31 days, severities: [ordinary, serious], before: [PT2H, 2"
              + " working-days]}\n";
      var untold = good();
      untold.put("pack.yaml", InventedPack.PACK.replace("warnings:\n", lines));
      var told = good();
      told.put(
          "pack.yaml",
          InventedPack.PACK.replace("warnings:\n", "office-hours: [08:00-12:00]\n" + lines));

      var pack = PackReader.require(new PackFiles("invented", told));

      assertThat(pack.rules().getFirst().versions().getFirst().warnings())
          .hasToString("[2 working-days, PT2H]");
      assertThatThrownBy(() -> PackReader.require(new PackFiles("invented", untold)))
          .hasMessageContaining("expected 'office-hours'");
    }

    @Test
    void may_have_its_names_in_one_language() {
      var texts = good();
      texts.put("events.yaml", texts.getOrDefault("events.yaml", "").replace("zh: 开始, ", ""));
      texts.put(RULES, RULE.replace(", en: First", ""));

      var pack = PackReader.require(new PackFiles("invented", texts));

      assertThat(pack.rules().getFirst().names()).isEqualTo(new Names("第一", "第一"));
      assertThat(pack.eventTypes().values())
          .extracting(type -> type.names().zh())
          .contains("Begun");
    }

    @Test
    void needs_a_calendar_only_where_something_rolls_or_counts_working_days() {
      var texts = good();
      texts.keySet().removeIf(file -> file.startsWith("calendars/"));
      texts.put(RULES, RULE.replace("next-working-day", "none"));

      assertThat(mistakes(texts)).isEmpty();

      texts.put(RULES, RULE);
      assertThat(mistakes(texts))
          .extracting(Mistake::expected)
          .containsExactly(
              "the rule 'first' rolls or counts working days: expected 'calendar', or"
                  + " calendars/index.yaml");
    }

    @Test
    void may_have_commas_and_quotes_in_the_names_of_days() {
      var changed = good();
      changed.put("calendars/2026.csv", "date,name,kind\n2026-01-01,\"元旦, \"\"一\"\"\",off-day\n");

      assertThat(PackReader.require(new PackFiles("invented", changed)).calendar())
          .flatExtracting(year -> year.days().values())
          .extracting(CalendarYear.NamedDay::name)
          .containsExactly("元旦, \"一\"");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2026-01-01,元旦,make-up-workday",
          "2026-01-02,元旦,off-day",
          "2026-01-01,元旦,off-day\n2026-01-02,元旦,off-day",
        })
    void has_another_calendar_version_once_a_day_changes(String days) {
      var changed = good();
      changed.put("calendars/2026.csv", "date,name,kind\n" + days + "\n");

      assertThat(PackReader.require(new PackFiles("invented", changed)).calendarVersion())
          .isNotEqualTo(PackReader.require(new PackFiles("invented", good())).calendarVersion());
    }
  }

  @Nested
  class A_mistake_is_told_with_file_and_line {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "severity: serious | severity: severe | 7",
          "severity: serious | severe: serious | 7",
          "confidence: verified-text | confidence: sure | 6",
          "statutory: true | statutory: perhaps | 5",
          "element: case | element: planet | 3",
          "list: closing | list: opening | 8",
          "indicators: [in-time] | indicators: [too-late] | 9",
          "indicators: [in-time] | indicators: in-time | 9",
          "breach: notice | breach: shout | 10",
          "kind: ordinary | kind: strange | 11",
          "kind: ordinary | sort: ordinary | 11",
          "urgent: false | urgent: maybe | 11",
          "urgent: false | urgent: yes | 11",
          "direction: forward | direction: sideways | 12",
          "direction: forward | direction: retention | 13",
          "bound: maximum | bound: middle | 13",
          "starts: [begun] | starts: [] | 14",
          "starts: [begun] | starts: [begin] | 14",
          "starts: [begun] | starts: [{deadline: second, at: breach}] | 14",
          "starts: [begun] | starts: [begun, {deadline: first, at: met}] | 14",
          "starts: [begun] | starts: [begun, {deadline: first, at: once}] | 14",
          "starts: [begun] | starts: [begun, {deadline: first}] | 14",
          "breach: notice | breach: shout | 10",
          "stops: [done | stops: [finished | 15",
          "of: case} | of: unit} | 15",
          "from: 2026-01-01 | from: 2026-02-30 | 18",
          "period: 30 calendar-days | period: 30 days | 19",
          "period: 30 calendar-days | period: 1 months + 2 hours | 19",
          "period: 30 calendar-days | period: 1 months + 2 months | 19",
          "period: 30 calendar-days | period: 30 hours | 16",
          "startDayCounts: false | month-end: first-day | 20",
          "startDayCounts: false | term: {} | 20",
          "startDayCounts: false | term: {least: 3 months, most: 2 months} | 20",
          "startDayCounts: false | startDayCounts: 1 | 20",
          "roll: next-working-day | roll: forwards | 21",
          "times: 1 | times: once | 23",
          "level: county | level: moon | 16",
          "approvedBy: {zh: 县级, en: County} | approvedBy: {} | 23",
          "startDayCounts: false | warnings: [P30D] | 20",
          "id: first | id: First Rule | 1",
          "duty: authority | duty: authorty | 4",
          "times: 1 | times: 0 | 23",
          "article: 第一条 | chapter: 第一条 | 25",
        })
    void in_a_rule(String right, String wrong, int line) {
      assertThat(mistakesWith(RULES, right, wrong))
          .isNotEmpty()
          .allMatch(mistake -> mistake.file().equals(RULES))
          .anyMatch(mistake -> mistake.line() == line);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "pack.yaml | zone: Asia/Shanghai | zone: Moon/Crater | 4",
          "pack.yaml | rank: 2 | rank: high | 7",
          "pack.yaml | upTo: 48 hours | upTo: 2 moons | 9",
          "pack.yaml | PT2H | two hours | 9",
          "events.yaml | en: Done | fr: Fini | 2",
          "events.yaml | type: done | type: begun | 2",
          "facts.yaml | default: ordinary | default: usual | 1",
          "facts.yaml | default: false | default: perhaps | 2",
          "facts.yaml | default: false | default: no | 2",
          "facts.yaml | default: false | default: 99999999999 | 2",
          "facts.yaml | name: urgent | name: kind | 2",
          "lists.yaml | id: closing | ident: closing | 1",
          "calendars/index.yaml | 2026 | 2027 | 1",
          "calendars/index.yaml | provisional: false | provisional: soon | 1",
          "calendars/2026.csv | off-day | holiday | 2",
          "calendars/2026.csv | 2026-01-01 | 2026-13-01 | 2",
          "calendars/2026.csv | 2026-01-01 | 2025-01-01 | 2",
          "calendars/2026.csv | 元旦,off-day | off-day | 2",
        })
    void in_any_other_file(String file, String right, String wrong, int line) {
      assertThat(mistakesWith(file, right, wrong))
          .anyMatch(mistake -> mistake.file().equals(file) && mistake.line() == line);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "starts: [begun] | starts: [begum] | did you mean 'begun'?",
          "kind: ordinary | kinds: ordinary | did you mean 'kind'?",
          "list: closing | list: closings | did you mean 'closing'?",
          "indicators: [in-time] | indicators: [intime] | did you mean 'in-time'?",
          "level: county | level: country | did you mean 'county'?",
          "severity: serious | serverity: serious | did you mean 'severity'?",
          "element: case | element: cases | did you mean 'case'?",
        })
    void with_the_word_that_may_have_been_meant(String right, String wrong, String hint) {
      assertThat(mistakesWith(RULES, right, wrong))
          .anyMatch(mistake -> mistake.expected().contains(hint));
    }

    @Test
    void without_a_guess_where_nothing_is_near() {
      assertThat(mistakesWith(RULES, "starts: [begun]", "starts: [appraisal-commissioned]"))
          .noneMatch(mistake -> mistake.expected().contains("did you mean"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "events.yaml | type: begun | tipe: begun",
          "facts.yaml | name: kind | nome: kind",
          "lists.yaml | id: closing | ident: closing",
          "indicators.yaml | id: in-time | ident: in-time",
        })
    void once_and_not_again_at_every_place_that_refers_to_it(
        String file, String right, String wrong) {
      assertThat(mistakesWith(file, right, wrong))
          .isNotEmpty()
          .allMatch(mistake -> mistake.file().equals(file));
    }

    @Test
    void of_a_period_without_what_would_only_follow_from_it() {
      assertThat(mistakesWith(RULES, "period: 30 calendar-days", "period: a month"))
          .extracting(Mistake::line)
          .containsExactly(19);
    }

    @Test
    void where_a_rule_stands_twice() {
      assertThat(mistakes(RULES, RULE + RULE))
          .extracting(Mistake::toString)
          .containsExactly(RULES + ":26: the rule 'first' stands twice");
    }

    @Test
    void where_two_versions_are_in_force_at_once() {
      var version = RULE.substring(RULE.indexOf("    - id: \"2026\""));
      var older = version.replace("\"2026\"", "\"2020\"").replace("2026-01-01", "2020-01-01");

      assertThat(mistakes(RULES, RULE + older))
          .extracting(Mistake::expected)
          .containsExactly("the versions '2026' and '2020' are in force on the same day");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "to: 2025-12-31 | ends before it begins",
          "term: {most: 20 calendar-days} | outside its own 'term'",
          "tolling: [{from: done, to: done, names: {zh: 停}}] | a span ends by another event",
        })
    void where_a_version_makes_no_sense(String member, String said) {
      var more = "startDayCounts: false\n      " + member;

      assertThat(mistakesWith(RULES, "startDayCounts: false", more))
          .singleElement()
          .satisfies(mistake -> assertThat(mistake.expected()).contains(said));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "rules/two.yml",
          "licence.yaml",
          "routes.yml",
          "calendar/2026.csv",
          "Facts.YAML"
        })
    void where_a_file_stands_that_nothing_reads(String file) {
      assertThat(mistakes(file, ""))
          .singleElement()
          .satisfies(mistake -> assertThat(mistake.file()).isEqualTo(file));
    }

    @Test
    void where_warnings_stand_behind_those_for_all_that_is_left() {
      assertThat(
              mistakesWith(
                  "pack.yaml",
                  "- {beyond: true, before: [P1D]}",
                  "- {beyond: true, before: [P1D]}\n  - {upTo: 9 days, before: [P1D]}"))
          .singleElement()
          .satisfies(mistake -> assertThat(mistake.line()).isEqualTo(11));
    }

    @Test
    void where_a_member_stands_twice() {
      assertThat(mistakesWith(RULES, "  duty: authority\n", "  duty: authority\n  duty: party\n"))
          .extracting(Mistake::toString)
          .containsExactly(RULES + ":5: 'duty' stands twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "duty", "when", "starts", "stops", "versions", "bound"})
    void where_a_member_is_missing(String member) {
      assertThat(mistakesWith(RULES, "  " + member + ":", "  x-" + member + ":"))
          .anyMatch(mistake -> mistake.expected().contains("'x-" + member + "'"));
    }
  }

  @Nested
  class A_file_that_cannot_be_read {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "pack.yaml",
          "events.yaml",
          "facts.yaml",
          "lists.yaml",
          "indicators.yaml",
          "calendars/index.yaml",
          "calendars/2026.csv",
          "examples.csv",
        })
    void is_named_where_it_is_missing(String file) {
      var texts = good();
      texts.remove(file);

      assertThat(mistakes(texts)).anyMatch(mistake -> mistake.toString().contains(file));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "- id: [unclosed\n",
          "- \"unclosed\n",
          "a: b: c\n",
          "\t- id: x\n",
          "- *nowhere\n",
          "- id: \u0007bell\n",
          "--- 1\n--- 2\n",
          "",
          "just a text\n",
          "? {a: b}\n: c\n",
        })
    void is_named_where_it_is_no_yaml_or_no_list(String text) {
      assertThat(mistakes(RULES, text)).anyMatch(mistake -> mistake.file().equals(RULES));
    }

    @Test
    void has_the_line_at_which_it_breaks() {
      assertThat(mistakes(RULES, RULE + "- id: [unclosed\n"))
          .anyMatch(mistake -> mistake.file().equals(RULES) && mistake.line() >= 26);
    }
  }

  @Nested
  class Worked_examples {

    private static final String HEADER =
        "example_id,rule_id,start,circumstances,expected_due,why\n";
    private static final String ROW =
        "E1,first,2026-03-02T10:00:00+08:00,,2026-04-01T23:59:59+08:00,Thirty days.\n";

    @Test
    void are_read_with_their_circumstances() {
      var texts = good();
      texts.put(
          "examples.csv",
          HEADER
              + "E1,first,2026-03-02T10:00:00+08:00,custody=yes; roll=none,"
              + "2026-04-01T23:59:59+08:00,\"Thirty days, no more.\"\n");

      var read = (PackReading.Read) PackReader.read(new PackFiles("invented", texts));

      assertThat(read.examples())
          .singleElement()
          .satisfies(
              example -> {
                assertThat(example.line()).isEqualTo(2);
                assertThat(example.start()).isEqualTo("2026-03-02T02:00:00Z");
                assertThat(example.due()).isEqualTo("2026-04-01T15:59:59Z");
                assertThat(example.circumstances())
                    .isEqualTo(Map.of("custody", "yes", "roll", "none"));
                assertThat(example.why()).isEqualTo("Thirty days, no more.");
              });
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "examples.csv | BOM | begins with a byte order mark",
          "examples.csv | ; | the cells are separated by semicolons",
          "examples.csv | TAB | the cells are separated by tabs",
          "calendars/2026.csv | BOM | begins with a byte order mark",
          "calendars/2026.csv | ; | the cells are separated by semicolons",
          "rules/one.yaml | BOM | begins with a byte order mark",
        })
    void and_other_files_as_a_spreadsheet_writes_them_are_named_as_such(
        String file, String way, String said) {
      var text = good().getOrDefault(file, "");
      var written =
          switch (way) {
            case "BOM" -> "\uFEFF" + text;
            case "TAB" -> text.replace(',', '\t');
            default -> text.replace(',', ';');
          };

      assertThat(mistakes(file, written))
          .singleElement()
          .satisfies(
              mistake -> {
                assertThat(mistake.file()).isEqualTo(file);
                assertThat(mistake.line()).isEqualTo(1);
                assertThat(mistake.expected()).contains(said);
              });
    }

    @Test
    void are_asked_for_every_rule() {
      var texts = good();
      texts.put(RULES, RULE + RULE.replace("id: first", "id: second"));

      assertThat(mistakes(texts))
          .extracting(Mistake::toString)
          .containsExactly(
              RULES + ":26: missing example: no row of examples.csv works out 'second'");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "first,2026-03-02T10 | third,2026-03-02T10 | names no rule of the pack: third",
          "2026-03-02T10:00:00+08:00 | 2 March | start",
          "2026-04-01T23:59:59+08:00 | 2026-04-31T23:59:59+08:00 | expected_due",
          "+08:00,,2026 | +08:00,rain=yes,2026 | unknown circumstance 'rain'",
          "Thirty days. | Thirty, days. | expected 6 cells not 7",
          "E2 | E1 | the example 'E1' stands twice",
          "E2 | no. 2 | an example's id has letters",
        })
    void that_are_broken_are_told_with_their_line(String right, String wrong, String reason) {
      assertThat(ROW.replace("E1", "E2")).contains(right);
      var broken = HEADER + ROW + ROW.replace("E1", "E2").replace(right, wrong);

      assertThat(mistakes("examples.csv", broken))
          .singleElement()
          .satisfies(
              mistake -> {
                assertThat(mistake.line()).isEqualTo(3);
                assertThat(mistake.expected().replace(",", "")).contains(reason.replace(",", ""));
              });
    }

    @Test
    void need_the_line_that_names_the_columns() {
      assertThat(mistakes("examples.csv", ROW))
          .anyMatch(mistake -> mistake.toString().startsWith("examples.csv:1: the first line"));
    }
  }

  @Nested
  class A_calendar_of_another_pack {

    private final Map<String, String> texts = withoutCalendar("cn-public-security");

    private static Map<String, String> withoutCalendar(String other) {
      var texts = good();
      texts.keySet().removeIf(file -> file.startsWith("calendars/"));
      texts.put("pack.yaml", PACK.replace("levels:", "calendar: " + other + "\nlevels:"));
      return texts;
    }

    @Test
    void is_used_as_it_is() {
      var own = PackReader.require(PackFiles.shipped("cn-public-security"));

      assertThat(PackReader.require(new PackFiles("invented", texts)).calendarVersion())
          .isEqualTo(own.calendarVersion());
    }

    @Test
    void is_looked_for_in_the_folder_beside_before_the_shipped_ones(@TempDir Path home)
        throws IOException {
      var beside = Files.createDirectories(home.resolve("cn-public-security/calendars"));
      Files.writeString(
          beside.resolve("index.yaml"), "- {year: 2031, notice: invented, provisional: true}\n");
      Files.writeString(beside.resolve("2031.csv"), "date,name,kind\n");

      var pack = PackReader.require(new PackFiles(home.resolve("invented").toString(), texts));

      assertThat(pack.calendar()).singleElement().extracting("year").isEqualTo(2031);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-pack", "../cn-public-security"})
    void that_is_nowhere_is_a_mistake(String other) {
      assertThat(mistakes(withoutCalendar(other)))
          .extracting(Mistake::toString)
          .containsExactly(
              "pack.yaml:6: there is no pack '" + other + "' whose calendar could be used");
    }

    @Test
    void does_not_go_with_one_of_its_own() {
      texts.put("calendars/index.yaml", "[]");

      assertThat(mistakes(texts))
          .extracting(Mistake::toString)
          .containsExactly(
              "pack.yaml:6: the pack has calendars of its own; expected one or the other");
    }
  }

  @Test
  void what_no_rule_uses_is_a_note_and_no_mistake() {
    var texts = good();
    texts.put(
        "events.yaml",
        texts.get("events.yaml") + "- {type: idle, names: {zh: 闲置, en: Idle}, element: case}\n");

    var read = (PackReading.Read) PackReader.read(new PackFiles("invented", texts));

    assertThat(read.notes())
        .extracting(Mistake::toString)
        .containsExactly("events.yaml:4: no rule uses the event 'idle'");
  }

  @Test
  void a_stop_that_can_never_concern_the_subject_is_a_mistake() {
    var events =
        Objects.requireNonNull(good().get("events.yaml"))
            .replace("en: Done}, element: case", "en: Done}, element: person");
    var texts = good();
    texts.put("events.yaml", events);
    texts.put(RULES, RULE.replace(", {event: ended, of: case}", ""));

    assertThat(mistakes(texts))
        .singleElement()
        .asString()
        .startsWith(RULES + ":15: no stopping event can concern the subject");
  }

  @Test
  void every_mistake_of_every_file_is_told_at_once() {
    var texts = good();
    texts.put("pack.yaml", PACK.replace("Asia/Shanghai", "Moon/Crater"));
    texts.put(RULES, RULE.replace("serious", "severe").replace("30 calendar-days\n", "30 days\n"));
    texts.put("calendars/2026.csv", "date,name,kind\nsoon,元旦,off-day\n");

    assertThat(mistakes(texts))
        .extracting(mistake -> mistake.file() + ":" + mistake.line())
        .contains("pack.yaml:4", RULES + ":7", RULES + ":19", "calendars/2026.csv:2");
  }

  @Test
  void what_a_rule_names_wrongly_is_told_beside_what_it_writes_wrongly() {
    var wrong = RULE.replace("serious", "severe").replace("list: closing", "list: opening");

    assertThat(mistakes(RULES, wrong)).extracting(Mistake::line).containsExactly(7, 8);
  }

  @Test
  void a_file_that_is_missing_is_not_blamed_on_the_rules() {
    var texts = good();
    texts.remove("events.yaml");

    assertThat(mistakes(texts))
        .extracting(Mistake::toString)
        .containsExactly("events.yaml:0: the file is missing");
  }

  @Test
  void a_pack_that_is_required_is_refused_with_all_its_mistakes() {
    var texts = good();
    texts.put(RULES, RULE.replace("serious", "severe").replace("forward", "sideways"));

    assertThatThrownBy(() -> PackReader.require(new PackFiles("invented", texts)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(RULES + ":7")
        .hasMessageContaining(RULES + ":12");
  }
}
