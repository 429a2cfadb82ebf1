package io.caseclock.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.problem.Problem.Violation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

  @Test
  void the_document_has_the_members_of_the_standard_in_reading_order() {
    var document =
        Problem.of(
                ProblemType.INVALID_EVENT,
                "See violations.",
                List.of(new Violation("/time", "is missing")))
            .with("caseId", "C-1")
            .document();

    assertThat(document)
        .containsExactly(
            Map.entry("type", "urn:caseclock:problem:invalid-event"),
            Map.entry("title", "The event breaks its schema"),
            Map.entry("status", 400),
            Map.entry("detail", "See violations."),
            Map.entry("caseId", "C-1"),
            Map.entry("violations", List.of(new Violation("/time", "is missing"))));
  }

  @Test
  void without_violations_there_is_no_such_member() {
    var document = Problem.of(ProblemType.NOT_FOUND, "No such case.").document();

    assertThat(document).containsOnlyKeys("type", "title", "status", "detail");
  }

  @Test
  void an_extension_never_hides_a_member_of_the_standard() {
    var document =
        Problem.of(ProblemType.NOT_FOUND, "No such case.")
            .with("status", 200)
            .with("type", "about:blank")
            .document();

    assertThat(document)
        .containsEntry("status", 404)
        .containsEntry("type", "urn:caseclock:problem:not-found");
  }

  @Test
  void a_problem_keeps_what_it_was_made_of() {
    var more = new HashMap<String, Object>(Map.of("caseId", "C-1"));
    var problem = new Problem(ProblemType.NOT_FOUND, "No such case.", List.of(), more);

    more.clear();

    assertThat(problem.extensions()).containsEntry("caseId", "C-1");
    assertThat(new ProblemException(problem)).hasMessage("No such case.");
  }

  @Test
  void what_a_refusal_says_back_turns_nothing_around_it() {
    var fault = new Problem.Violation("/unit", "no unit a\u202Eb\u0007");
    var problem =
        Problem.of(ProblemType.UNKNOWN_UNIT, "No unit \u2066x.\nTry another.", List.of(fault));

    assertThat(problem.detail()).isEqualTo("No unit [U+2066]x.\nTry another.");
    assertThat(problem.violations().getFirst().message()).isEqualTo("no unit a[U+202E]b[U+0007]");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void each_type_is_a_refusal_with_a_title_and_a_stable_name(ProblemType type) {
    assertThat(type.status()).isBetween(400, 599);
    assertThat(type.title()).isNotBlank();
    assertThat(type.uri()).matches("urn:caseclock:problem:[a-z]+(-[a-z]+)*");
  }

  @Test
  void no_two_types_share_a_name() {
    assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::uri)).doesNotHaveDuplicates();
  }
}
