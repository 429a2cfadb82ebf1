package io.caseclock.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  void an_account_has_no_further_share_in_another_of_its_units() {
    var one = inOneOf("D0101", "D0101", "D0102");

    assertThat(one.sharer()).isEqualTo(inOneOf("D0102", "D0101", "D0102").sharer());
    assertThat(one.sharer()).isEqualTo(inOneOf("D0101", "D0102", "D0101").sharer());
    assertThat(one.sharer()).isNotEqualTo(inOneOf("D0101", "D0101").sharer());
  }

  @Test
  void a_caller_acts_in_a_unit_of_theirs() {
    assertThatIllegalArgumentException().isThrownBy(() -> inOneOf("D0103", "D0101", "D0102"));
    assertThatIllegalArgumentException().isThrownBy(() -> inOneOf(null, "D0101"));
    assertThat(inOneOf("D0102", "D0101", "D0102").hasSeveralUnits()).isTrue();
    assertThat(inOneOf("D0101", "D0101").hasSeveralUnits()).isFalse();
  }

  private static Caller inOneOf(@Nullable String unit, String... units) {
    return new Caller("loader", Set.of(), unit, List.of(units), null, List.of(), Set.of());
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
