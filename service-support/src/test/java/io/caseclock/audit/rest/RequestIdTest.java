package io.caseclock.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void the_senders_own_id_is_kept() {
    assertThat(RequestId.of("meeting-7.a_B", TRACE)).isEqualTo("meeting-7.a_B");
  }

  @Test
  void without_one_the_trace_holds() {
    assertThat(RequestId.of(null, TRACE)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void what_is_no_id_is_replaced_by_a_new_one() {
    assertThat(RequestId.of("a b", "00-0af7")).hasSize(36);
    assertThat(RequestId.of("x".repeat(65), null)).hasSize(36);
    assertThat(RequestId.of("", null)).isNotEqualTo(RequestId.of("", null));
  }
}
