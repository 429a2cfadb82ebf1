package io.caseclock.monitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingIdTest {

  @Test
  void a_finding_about_two_events_of_long_ids_has_an_id_that_an_index_takes() {
    var id = "finding:A1:".length();
    var longest = "第".repeat(600 - id);

    assertThat(Findings.namedId("A1", longest)).isEqualTo("finding:A1:" + longest);
    assertThat(Findings.namedId("A1", longest + "第"))
        .matches("finding:A1:[0-9a-f]{64}")
        .isEqualTo(Findings.namedId("A1", longest + "第"))
        .isNotEqualTo(Findings.namedId("A1", longest + "二"));
  }
}
