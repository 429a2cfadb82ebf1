package io.caseclock.pack.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.pack.Lead;
import io.caseclock.pack.Match;
import io.caseclock.pack.Mistake;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.Policy;
import io.caseclock.pack.Route;
import io.caseclock.pack.SideBySide;
import io.caseclock.pack.Step;
import io.caseclock.pack.TaskKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pack says about people: who is told, what they are asked, what is printed. */
class RoutesAndTasksTest {

  private static final String ROUTES =
      """
      - id: grave
        match: {kinds: [breach], severities: [grave], lists: [closing], rules: [first]}
        critical: true
        steps:
          - {after: PT0S, tell: [officer, unit-head], push: [sms, email]}
          - {after: PT4H, tell: [supervising-brigade], push: [email]}
        repeat: {every: P1D, longest: P4D, times: 3}
        longestPlan: P3D
      - id: everything-else
        match: {}
        digest: true
        steps:
          - {after: PT0S, tell: [officer]}
      """;

  private static final String TASKS =
      """
      - id: check
        names: {zh: 核查, en: Check}
        rule: first
        role: legal-officer
        done: done
        unsatisfied: ended
        questions:
          - id: manner
            names: {zh: 态度, en: Manner}
            answers:
              - {id: good, names: {zh: 好, en: Good}}
              - {id: poor, names: {zh: 差, en: Poor}, bad: true}
          - {id: opinion, names: {zh: 意见, en: Opinion}, required: false}
      """;

  private static Map<String, String> texts() {
    var texts = InventedPack.good();
    texts.put("routes.yaml", ROUTES);
    texts.put("tasks.yaml", TASKS);
    texts.put("documents/notice.html", "<h1>{number}</h1>");
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

  private static List<Mistake> mistakesWith(String file, String right, String wrong) {
    var texts = texts();
    var text = Objects.requireNonNull(texts.get(file));
    assertThat(text).contains(right);
    texts.put(file, text.replace(right, wrong));
    return mistakes(texts);
  }

  @Nested
  class What_is_right {

    @Test
    void routes_are_read_in_their_order_with_all_they_say() {
      var grave = pack(texts()).routes().getFirst();

      assertThat(pack(texts()).routes())
          .extracting(Route::id)
          .containsExactly("grave", "everything-else");
      assertThat(grave.critical()).isTrue();
      assertThat(grave.steps())
          .containsExactly(
              new Step(Duration.ZERO, List.of("officer", "unit-head"), List.of("sms", "email")),
              new Step(Duration.ofHours(4), List.of("supervising-brigade"), List.of("email")));
      assertThat(grave.longestPlan()).isEqualTo(Duration.ofDays(3));
      assertThat(pack(texts()).routes().getLast().longestPlan()).isEqualTo(Route.LONGEST_PLAN);
    }

    @Test
    void an_organ_may_issue_the_notices_of_a_route_and_the_supervising_brigade_does_else() {
      var texts = texts();
      texts.put(
          "routes.yaml", ROUTES.replace("match: {}", "match: {}\n  issued-by: bureau-leader"));

      assertThat(pack(texts).routes())
          .extracting(Route::issuedBy)
          .containsExactly("supervising-brigade", "bureau-leader");
    }

    @Test
    void a_notice_has_its_english_part_unless_the_pack_leaves_it_out() {
      var texts = texts();
      texts.put("pack.yaml", InventedPack.PACK + "notices: {english-annex: false}\n");

      assertThat(pack(texts()).documents().englishAnnex()).isTrue();
      assertThat(pack(texts).documents().englishAnnex()).isFalse();
    }

    @Test
    void a_repetition_doubles_its_time_and_never_exceeds_the_longest() {
      var repeat = Objects.requireNonNull(pack(texts()).routes().getFirst().repeat());

      assertThat(List.of(repeat.before(1), repeat.before(2), repeat.before(3), repeat.before(99)))
          .extracting(Lead::toString)
          .containsExactly("P1D", "P2D", "P4D", "P4D");
    }

    @Test
    void a_ladder_may_count_working_time() {
      var texts = texts();
      texts.put(
          "routes.yaml",
          ROUTES
              .replace("after: PT4H", "after: 4 working-hours")
              .replace(
                  "every: P1D, longest: P4D", "every: 2 working-days, longest: 5 working-days"));

      var route = pack(texts).routes().getFirst();
      var repeat = Objects.requireNonNull(route.repeat());

      assertThat(route.steps().getLast().after()).isEqualTo(new Lead.WorkingHours(4));
      assertThat(List.of(repeat.before(1), repeat.before(2), repeat.before(3), repeat.before(99)))
          .extracting(Lead::toString)
          .containsExactly("2 working-days", "4 working-days", "5 working-days", "5 working-days");
    }

    @ParameterizedTest
    @CsvSource({
      "breach, grave, closing, first, grave",
      "breach, serious, closing, first, everything-else",
      "warning, grave, closing, first, everything-else",
      "breach, grave, closing, , everything-else",
      "breach, grave, , first, everything-else",
    })
    void the_first_route_that_covers_it_holds(
        String kind,
        String severity,
        @org.jspecify.annotations.Nullable String list,
        @org.jspecify.annotations.Nullable String rule,
        String id) {
      assertThat(
              pack(texts()).routes().stream()
                  .filter(route -> route.match().covers(kind, severity, list, rule))
                  .findFirst()
                  .map(Route::id))
          .contains(id);
    }

    @Test
    void a_lapse_is_told_only_where_a_route_names_it() {
      var texts = texts();
      texts.put(
          "routes.yaml",
          """
          - {id: lapses, match: {kinds: [lapse], lists: [closing]}, steps: [{after: PT0S, tell: [officer]}]}
          - {id: left, match: {}, steps: [{after: PT0S, tell: [officer]}]}
          """);

      var routes = pack(texts).routes();

      assertThat(routes.getFirst().match().covers("lapse", "serious", "closing", null)).isTrue();
      assertThat(routes.getLast().match().covers("lapse", "serious", "closing", null)).isFalse();
      assertThat(routes.getLast().match().coversAll()).isTrue();
    }

    @Test
    void tasks_are_read_with_their_questions() {
      var task = pack(texts()).tasks().getFirst();

      assertThat(task.question("manner").flatMap(one -> one.answer("poor")).orElseThrow().bad())
          .isTrue();
      assertThat(task.question("manner").flatMap(one -> one.answer("good")).orElseThrow().bad())
          .isFalse();
      assertThat(task.call()).isFalse();
      assertThat(task.question("manner").orElseThrow().required()).isTrue();
      assertThat(task.question("opinion").orElseThrow().isFreeText()).isTrue();
      assertThat(task.question("opinion").orElseThrow().required()).isFalse();
    }

    @Test
    void documents_are_known_by_their_file_names() {
      assertThat(pack(texts()).documents().templates()).containsOnlyKeys("notice.html");
    }

    @Test
    void a_pack_may_leave_all_of_it_out() {
      var pack = pack(InventedPack.good());

      assertThat(pack.routes()).isEmpty();
      assertThat(pack.tasks()).isEmpty();
      assertThat(pack.documents().templates()).isEmpty();
    }

    @Test
    void the_first_pack_with_routes_gives_the_policy_and_else_the_built_in_one_holds() {
      var silent = pack(InventedPack.good());
      var telling = pack(texts());

      assertThat(Policy.of(List.of(silent, telling))).isEqualTo(telling.routes());
      assertThat(Policy.of(List.of(silent))).isEqualTo(Policy.BUILT_IN);
      assertThat(Policy.BUILT_IN.getLast().match().coversAll()).isTrue();
    }

    @Test
    void the_shipped_pack_asks_the_four_questions_of_a_call_back() {
      var task =
          PackReader.require(PackFiles.shipped("cn-public-security")).tasks().stream()
              .filter(one -> one.rule().equals("incident-callback"))
              .findFirst()
              .orElseThrow();

      assertThat(task.questions())
          .extracting(question -> question.id())
          .containsExactly("attitude", "acceptance", "handling", "opinion");
      assertThat(task.call()).isTrue();
    }

    @Test
    void every_rule_of_a_notice_is_told_by_the_route_for_rectification() {
      var pack = PackReader.require(PackFiles.shipped("cn-public-security"));

      assertThat(pack.rules())
          .filteredOn(rule -> List.of("notice", "plan").contains(rule.element()))
          .hasSize(10)
          .allSatisfy(
              rule ->
                  assertThat(pack.routes())
                      .filteredOn(
                          route ->
                              route
                                  .match()
                                  .covers("breach", rule.severity(), rule.list(), rule.id()))
                      .first()
                      .extracting(Route::id)
                      .isEqualTo("breach-of-rectification"));
    }

    @Test
    void two_packs_with_the_same_task_are_refused_together() {
      var other = texts();
      other.replaceAll(
          (file, text) ->
              text.replace("id: invented", "id: other")
                  .replace("- id: first", "- id: second")
                  .replace("rule: first", "rule: second")
                  .replace("rules: [first]", "rules: [second]")
                  .replace(",first,", ",second,"));

      assertThat(SideBySide.clashes(List.of(pack(texts()), pack(other))))
          .containsExactly("the task check is in invented and in other");
    }
  }

  @Nested
  class A_mistake_is_told_with_file_and_line {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "id: grave | id: everything-else | 9 | stands twice",
          "id: grave | id: Grave Ones | 1 | lower-case",
          "kinds: [breach] | kinds: [break] | 2 | the kind 'break' is none of",
          "severities: [grave] | severities: [severe] | 2 | the severity 'severe' is none of",
          "lists: [closing] | lists: [opening] | 2 | the list 'opening' is not declared",
          "rules: [first] | rules: [fifth] | 2 | the pack has no rule 'fifth'",
          "critical: true | critical: perhaps | 3 | true or false",
          "digest: true | digest: [] | 11 | true or false",
          "critical: true | \"critical: true\n  digest: true\" | 4 | cannot wait",
          "after: PT0S, tell: [officer, unit-head] | after: PT1H, tell: [officer] | 5 | at once",
          "after: PT4H | after: PT0S | 6 | later than the one before",
          "after: PT4H | after: 4 hours | 6 | a length of time",
          "after: PT4H | after: -PT4H | 6 | a length of time",
          "after: PT4H | after: P400D | 6 | at most P366D",
          "tell: [supervising-brigade] | tell: [sheriff] | 6 | the role 'sheriff' is none of",
          "tell: [supervising-brigade] | tell: [officer, officer] | 6 | stands twice",
          "tell: [supervising-brigade] | tell: [] | 6 | tells somebody",
          "push: [sms, email] | push: [E-Mail] | 5 | the channel 'E-Mail' is no word of",
          "push: [sms, email] | pull: [email] | 5 | unknown member 'pull'",
          "after: PT4H | after: 0 working-days | 6 | a length of time",
          "after: PT4H | after: 300 working-days | 6 | at most P366D",
          "every: P1D | every: PT0S | 7 | not zero",
          "every: P1D | every: 1 working-days | 7 | counts in the unit of 'every'",
          "longestPlan: P3D | longestPlan: 3 working-days | 8 | a length of time",
          "longest: P4D | longest: PT1H | 7 | at least as long as",
          "times: 3 | times: 0 | 7 | from 1 to 99",
          "longestPlan: P3D | longestPlan: soon | 8 | a length of time",
          "longestPlan: P3D | issued-by: officer | 8 | 'issued-by' should be an organ, one of",
          "longestPlan: P3D | issued-by: bureau-leader | 8 | the route is for no notice",
          "kinds: [breach] | kinds: [finding] | 4 | only breaches climb",
          "kinds: [breach] | kinds: [warning, notice] | 7 | only breaches are said again",
          "match: {} | match: {kinds: [warning]} | 10 | the last route is for everything",
          "match: {} | note: nothing | 9 | 'match' is missing",
        })
    void in_a_route(String right, String wrong, int line, String said) {
      assertThat(mistakesWith("routes.yaml", right, wrong))
          .anySatisfy(
              mistake -> {
                assertThat(mistake.file()).isEqualTo("routes.yaml");
                assertThat(mistake.line()).isEqualTo(line);
                assertThat(mistake.expected()).contains(said);
              });
    }

    @Test
    void where_the_routes_before_it_take_everything_it_is_for() {
      var texts = texts();
      texts.put(
          "routes.yaml",
          """
          - {id: warnings, match: {kinds: [warning, notice]}, steps: [{after: PT0S, tell: [officer]}]}
          - {id: tasks, match: {kinds: [task]}, steps: [{after: PT0S, tell: [officer]}]}
          - {id: both, match: {kinds: [task, warning]}, steps: [{after: PT0S, tell: [officer]}]}
          - {id: left, match: {}, steps: [{after: PT0S, tell: [officer]}]}
          """);

      assertThat(mistakes(texts))
          .singleElement()
          .hasToString(
              "routes.yaml:3: the route 'both' can never match: those before it take everything it"
                  + " is for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "- {id: [", "a text"})
    void where_there_is_a_file_without_routes(String text) {
      var texts = texts();
      texts.put("routes.yaml", text);

      assertThat(mistakes(texts)).isNotEmpty().allMatch(one -> one.file().equals("routes.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "id: check | id: Check It | 1 | lower-case",
          "rule: first | rule: fifth | 3 | the pack has no rule 'fifth'",
          "role: legal-officer | role: sheriff | 4 | the role 'sheriff' is none of",
          "done: done | done: finished | 5 | 'finished' is not declared",
          "done: done | done: begun | 5 | does not stop the rule 'first'",
          "unsatisfied: ended | unsatisfied: angry | 6 | 'angry' is not declared",
          "unsatisfied: ended | unsatisfied: done | 6 | another event than 'done'",
          "\", bad: true\" | \"\" | 6 | no answer is bad",
          "bad: true | bad: very | 12 | true or false",
          "bad: true | keepsOpen: very | 12 | true or false",
          "\"done: done\" | \"done: done\n  call: very\" | 6 | true or false",
          "id: opinion | id: manner | 13 | the question 'manner' stands twice",
          "{id: poor | {id: good | 12 | the answer 'good' stands twice",
          "names: {zh: 好, en: Good} | names: 好 | 11 | should be {zh",
          "questions: | answers: | 1 | at least one question",
        })
    void in_a_task(String right, String wrong, int line, String said) {
      assertThat(mistakesWith("tasks.yaml", right, wrong))
          .anySatisfy(
              mistake -> {
                assertThat(mistake.file()).isEqualTo("tasks.yaml");
                assertThat(mistake.line()).isEqualTo(line);
                assertThat(mistake.expected()).contains(said);
              });
    }

    @Test
    void where_one_answer_is_no_choice() {
      assertThat(mistakesWith("tasks.yaml", "        - {id: good, names: {zh: 好, en: Good}}\n", ""))
          .singleElement()
          .hasToString(
              "tasks.yaml:10: one answer is no choice: expected two, or none for a free text");
    }

    @Test
    void where_no_answer_would_ever_end_the_task() {
      var texts = texts();
      texts.computeIfPresent(
          "tasks.yaml",
          (file, text) ->
              text.replace("en: Good}}", "en: Good}, keepsOpen: true}")
                  .replace("bad: true}", "bad: true, keepsOpen: true}"));

      assertThat(mistakes(texts))
          .singleElement()
          .hasToString(
              "tasks.yaml:10: every answer keeps the task open, so that it could never be done");
    }

    @Test
    void where_two_tasks_are_for_one_rule() {
      var texts = texts();
      texts.put("tasks.yaml", TASKS + TASKS.replace("id: check", "id: again"));

      assertThat(mistakes(texts))
          .singleElement()
          .hasToString("tasks.yaml:16: the rule 'first' has a task already");
    }

    @Test
    void where_a_task_stands_twice() {
      var texts = texts();
      texts.put("tasks.yaml", TASKS + TASKS);

      assertThat(mistakes(texts))
          .extracting(Mistake::toString)
          .contains("tasks.yaml:14: the task 'check' stands twice");
    }

    @Test
    void where_answers_could_not_be_the_event() {
      assertThat(
              mistakesWith(
                  "events.yaml",
                  "en: Done}, element: case",
                  "en: Done}, element: case,"
                      + " data: {properties: {on: {type: string}}, required: [on]}"))
          .singleElement()
          .hasToString("tasks.yaml:5: the event 'done' asks for [on], which no task can give");
    }

    @ParameterizedTest
    @CsvSource({
      "documents/notice.pdf, x, a document is a file like",
      "documents/deep/notice.html, x, a document is a file like",
      "documents/Notice.html, x, a document is a file like",
      "documents/order.html, ' ', the file is empty",
    })
    void in_a_document(String file, String text, String said) {
      var texts = texts();
      texts.put(file, text);

      assertThat(mistakes(texts))
          .singleElement()
          .satisfies(mistake -> assertThat(mistake.toString()).startsWith(file + ":0: " + said));
    }
  }

  @Nested
  class A_folder {

    @TempDir Path folder;

    @Test
    void with_a_text_in_another_encoding_is_refused_with_the_line() throws IOException {
      write(texts());
      Files.write(
          folder.resolve("documents/notice.html"),
          "<h1>\n整改通知书</h1>".getBytes(Charset.forName("GBK")));

      var reading = PackReader.read(PackFiles.inFolder(folder));

      assertThat(reading).isInstanceOf(PackReading.Refused.class);
      assertThat(((PackReading.Refused) reading).mistakes())
          .singleElement()
          .hasToString("documents/notice.html:2: not UTF-8 text");
    }

    @Test
    void may_hold_a_picture_beside_the_pack() throws IOException {
      write(texts());
      Files.write(folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', -1, -2});

      assertThat(PackReader.read(PackFiles.inFolder(folder))).isInstanceOf(PackReading.Read.class);
    }

    private void write(Map<String, String> texts) throws IOException {
      for (var text : texts.entrySet()) {
        var file = folder.resolve(text.getKey());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text.getValue());
      }
    }
  }

  /** What a unit's own routes, which come as JSON, are held to as well. */
  @Nested
  class A_route_that_is_made_by_hand {

    private final Step first = new Step(Duration.ZERO, List.of("officer"), List.of());

    @Test
    void begins_at_once_and_ascends() {
      var later = new Step(Duration.ofHours(1), List.of("officer"), List.of());

      assertThatThrownBy(() -> route(List.of())).hasMessageContaining("at once");
      assertThatThrownBy(() -> route(List.of(later))).hasMessageContaining("at once");
      assertThatThrownBy(() -> route(List.of(first, later, later))).hasMessageContaining("later");
      assertThat(route(List.of(first, later)).steps()).hasSize(2);
    }

    @Test
    void names_only_what_exists() {
      assertThatThrownBy(() -> new Step(Duration.ZERO, List.of("sheriff"), List.of()))
          .hasMessageContaining("sheriff");
      assertThatThrownBy(() -> new Step(Duration.ZERO, List.of(), List.of()))
          .hasMessageContaining("tells somebody");
      assertThatThrownBy(() -> new Step(Duration.ZERO, List.of("officer"), List.of("E-Mail")))
          .hasMessageContaining("E-Mail");
      assertThatThrownBy(() -> new Step(Duration.ofDays(-1), List.of("officer"), List.of()))
          .hasMessageContaining("not negative");
    }

    @Test
    void has_an_issuer_only_where_it_is_for_notices() {
      var breaches = new Match(Set.of("breach"), Set.of(), Set.of(), Set.of());
      var notices = new Match(Set.of("notice"), Set.of(), Set.of(), Set.of());

      assertThatThrownBy(() -> issued(notices, "supervisor")).hasMessageContaining("none of");
      assertThatThrownBy(() -> issued(breaches, "unit-head")).hasMessageContaining("no notice");
      assertThat(issued(notices, "unit-head").issuedBy()).isEqualTo("unit-head");
    }

    private Route issued(Match match, String by) {
      return new Route("own", match, false, false, List.of(first), null, Route.LONGEST_PLAN, by);
    }

    @Test
    void compares_steps_of_several_units_roughly() {
      var working = new Step(Lead.parse("1 working-days"), List.of("officer"), List.of());
      var sooner = new Step(Duration.ofHours(4), List.of("officer"), List.of());

      assertThat(route(List.of(first, sooner, working)).steps()).hasSize(3);
      assertThatThrownBy(() -> route(List.of(first, working, sooner)))
          .hasMessageContaining("later");
    }

    private Route route(List<Step> steps) {
      return new Route("own", Match.EVERYTHING, false, false, steps, null, Route.LONGEST_PLAN);
    }
  }

  @Test
  void every_task_of_a_shipped_pack_stands_in_both_languages() {
    assertThat(PackReader.require(PackFiles.shipped("cn-public-security")).tasks())
        .isNotEmpty()
        .extracting(TaskKind::names)
        .allMatch(names -> !names.zh().isBlank() && !names.en().isBlank());
  }
}
