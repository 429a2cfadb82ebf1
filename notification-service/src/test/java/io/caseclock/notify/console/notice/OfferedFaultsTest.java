package io.caseclock.notify.console.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.console.notice.OfferedFaults.FaultLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedFaultsTest {

  private static final FaultLine OF_CASE = new FaultLine("D1", "late", "A1", "", false);
  private static final FaultLine OTHER = new FaultLine("D2", "late", "A2", "", false);
  private static final FaultLine CHOSEN = new FaultLine("D3", "late", "A3", "", true);

  @Test
  void what_is_ticked_and_what_is_of_the_case_stands_apart_from_the_rest() {
    var faults = OfferedFaults.of(List.of(OTHER, OF_CASE, CHOSEN), "A1");

    assertThat(faults.ofCase()).containsExactly(OF_CASE, CHOSEN);
    assertThat(faults.others()).containsExactly(OTHER);
    assertThat(faults.chosen()).isEqualTo(1);
    assertThat(faults.opensOthers()).isFalse();
  }

  @Test
  void where_nothing_is_of_the_case_the_rest_is_open_and_without_any_nothing_is_asked() {
    assertThat(OfferedFaults.of(List.of(OTHER), "A1").opensOthers()).isTrue();
    assertThat(OfferedFaults.of(List.of(), "A1").hasAny()).isFalse();
  }
}
