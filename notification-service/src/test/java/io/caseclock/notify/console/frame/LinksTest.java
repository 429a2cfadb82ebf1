package io.caseclock.notify.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {

  @Test
  void an_id_in_a_path_is_one_segment_whatever_it_holds() {
    assertThat(Links.breach("D1:1:breach")).isEqualTo("/breaches/D1%3A1%3Abreach");
    assertThat(Links.breach("a/../b c?d#e")).isEqualTo("/breaches/a%2F..%2Fb%20c%3Fd%23e");
  }
}
