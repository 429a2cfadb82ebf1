package io.caseclock.notify.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {

  @Test
  void what_is_not_given_is_left_out_and_the_rest_is_encoded() {
    var query =
        Query.of("unit", "D01")
            .and("rule", null)
            .and("q", "")
            .and("officer", "李 & 王")
            .andAll("status", List.of("met", "running"));

    assertThat(query.behind("/deadlines"))
        .isEqualTo(
            "/deadlines?unit=D01&officer=%E6%9D%8E%20%26%20%E7%8E%8B&status=met&status=running");
  }

  @Test
  void one_value_takes_the_place_of_all_of_its_name() {
    var query = Query.NONE.andAll("status", List.of("met", "running")).and("unit", "D01");

    assertThat(query.with("status", "breached")).hasToString("unit=D01&status=breached");
    assertThat(query.without("status").without("unit").behind("/deadlines"))
        .isEqualTo("/deadlines");
  }
}
