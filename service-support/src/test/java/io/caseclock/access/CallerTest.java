package io.caseclock.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

  @Test
  void a_caller_with_a_unit_sees_from_there_down() {
    assertThat(new Caller("x", Set.of(), "D01", null).requiredUnit()).isEqualTo("D01");
  }

  @Test
  void an_account_shares_with_itself_in_the_same_unit_only() {
    var one = new Caller("loader", Set.of(), "D0101", null);

    assertThat(one.sharer()).isNotEqualTo(new Caller("loader", Set.of(), "D0102", null).sharer());
    assertThat(one.sharer()).isNotEqualTo(new Caller("loader", Set.of(), null, null).sharer());
    assertThat(one.sharer()).isEqualTo(new Caller("loader", Set.of(), "D0101", "O1").sharer());
  }

  @Test
  void a_caller_without_a_unit_is_refused_and_told_whom_to_ask() {
    var caller = new Caller("x", Set.of(Role.SUPERVISOR), null, null);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(caller::requiredUnit)
        .satisfies(
            refusal -> {
              assertThat(refusal.problem().type()).isEqualTo(ProblemType.NOT_ALLOWED);
              assertThat(refusal.problem().detail()).contains("administrator");
            });
  }
}
