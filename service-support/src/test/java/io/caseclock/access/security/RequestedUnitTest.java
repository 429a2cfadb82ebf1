package io.caseclock.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.security.RequestedUnit.Choice;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestedUnitTest {

  private static final List<String> UNITS = List.of("D01", "D02");

  @Test
  void a_request_that_names_no_unit_acts_in_the_first() {
    assertThat(Wish.none().among(UNITS)).isEqualTo(new Choice.Acts("D01"));
    assertThat(Wish.none().among(List.of())).isEqualTo(new Choice.Unbound());
  }

  @Test
  void a_request_acts_in_the_unit_that_it_names() {
    assertThat(Wish.named("D02").among(UNITS)).isEqualTo(new Choice.Acts("D02"));
    assertThat(Wish.named("D01").among(UNITS)).isEqualTo(new Choice.Acts("D01"));
    assertThat(Wish.named("D01").among(List.of("D01"))).isEqualTo(new Choice.Acts("D01"));
  }

  @Test
  void an_id_that_is_more_than_plain_letters_is_written_as_in_a_path() {
    var station = "示例 所/1%";

    assertThat(RequestedUnit.written(station)).matches("[A-Za-z0-9%]+");
    assertThat(Wish.named(RequestedUnit.written(station)).among(List.of("D01", station)))
        .isEqualTo(new Choice.Acts(station));
  }

  @Test
  void a_unit_beside_those_of_the_claim_is_not_allowed() {
    assertThat(refusal(Wish.named("D03").among(UNITS)).type()).isEqualTo(ProblemType.NOT_ALLOWED);
    assertThat(refusal(Wish.named("d02").among(UNITS)).type()).isEqualTo(ProblemType.NOT_ALLOWED);
    assertThat(refusal(Wish.named("D01").among(List.of())).type())
        .isEqualTo(ProblemType.NOT_ALLOWED);
  }

  @Test
  void two_headers_and_what_is_no_id_cannot_be_read() {
    assertThat(refusal(Wish.named("D01", "D02").among(UNITS)).type())
        .isEqualTo(ProblemType.MALFORMED_REQUEST);
    assertThat(refusal(Wish.named("D01", "D01").among(UNITS)).type())
        .isEqualTo(ProblemType.MALFORMED_REQUEST);
    for (var senseless : List.of("", " ", "%", "%2", "%zz", "D01%0A", "%20D01", "a\u00e9", "..")) {
      assertThat(refusal(Wish.named(senseless).among(UNITS)))
          .as(senseless)
          .extracting(Problem::type, it -> it.violations().getFirst().pointer())
          .containsExactly(ProblemType.MALFORMED_REQUEST, "/Caseclock-Unit");
    }
  }

  @Test
  void what_is_remembered_counts_while_it_is_in_the_claim_and_nothing_else_is_named() {
    assertThat(Wish.remembered("D02").among(UNITS)).isEqualTo(new Choice.Acts("D02"));
    assertThat(Wish.remembered("D03").among(UNITS)).isEqualTo(new Choice.Acts("D01"));
    assertThat(Wish.remembered("D02").among(List.of())).isEqualTo(new Choice.Unbound());
    assertThat(Wish.remembered("D02", "D01").among(UNITS)).isEqualTo(new Choice.Acts("D01"));
    assertThat(Wish.remembered("D02", "D03").among(UNITS)).isInstanceOf(Choice.Refused.class);
  }

  @Test
  void where_no_request_is_answered_nothing_is_named() {
    assertThat(Wish.outsideOfRequests().among(UNITS)).isEqualTo(new Choice.Acts("D01"));
  }

  private static Problem refusal(Choice choice) {
    assertThat(choice).isInstanceOf(Choice.Refused.class);
    var problem = ((Choice.Refused) choice).problem();
    assertThat(problem.violations()).extracting("pointer").containsExactly("/Caseclock-Unit");
    return problem;
  }
}
