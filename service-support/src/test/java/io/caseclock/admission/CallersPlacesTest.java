package io.caseclock.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallersPlacesTest {

  private final CallersPlaces places =
      new CallersPlaces(new CallerConcurrency(1, 0), new CallerConcurrency(2, 0));

  /** What a resource may have. */
  interface Operations {
    void byItself();

    @TakenInTogether
    void together();
  }

  @Test
  void what_is_taken_in_together_has_places_of_its_own() throws Exception {
    assertThat(enters("byItself")).isTrue();
    assertThat(enters("byItself")).isFalse();

    assertThat(enters("together")).isTrue();
    assertThat(enters("together")).isTrue();
    assertThat(enters("together")).isFalse();
  }

  private boolean enters(String operation) throws Exception {
    return places
        .of(Operations.class.getDeclaredMethod(operation))
        .enter("caller", Duration.ZERO)
        .isPresent();
  }
}
