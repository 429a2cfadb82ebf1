package io.caseclock.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesInFlightTest {

  private final BytesInFlight inFlight = new BytesInFlight(100, 40);

  @Test
  void a_caller_has_its_part_and_no_more() {
    assertThat(inFlight.take("a", 39)).isTrue();
    assertThat(inFlight.take("a", 1)).isTrue();

    assertThat(inFlight.take("a", 1)).isFalse();

    assertThat(inFlight.take("b", 40)).isTrue();
  }

  @Test
  void all_callers_together_have_no_more_than_there_is() {
    inFlight.take("a", 40);
    inFlight.take("b", 40);

    assertThat(inFlight.take("c", 21)).isFalse();

    assertThat(inFlight.take("c", 20)).isTrue();
    assertThat(inFlight.held()).isEqualTo(100);
  }

  @Test
  void what_is_given_back_can_be_taken_again() {
    inFlight.take("a", 40);

    inFlight.give("a", 10);

    assertThat(inFlight.take("a", 11)).isFalse();
    assertThat(inFlight.take("a", 10)).isTrue();
    inFlight.give("a", 40);
    assertThat(inFlight.held()).isZero();
  }
}
