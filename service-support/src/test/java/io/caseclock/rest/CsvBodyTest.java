package io.caseclock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvBodyTest {

  @Test
  void what_a_spreadsheet_takes_for_a_formula_is_marked_as_text() {
    for (var text : new String[] {"=1+1", "+1", "-1", "@x", "\t=1", "＝1+1", "＋1", "－1", "＠x"}) {
      assertThat(CsvBody.cell(text)).isEqualTo("'" + text);
    }
    assertThat(CsvBody.cell(-1)).isEqualTo("-1");
    assertThat(CsvBody.cell("案件＝1")).isEqualTo("案件＝1");
  }
}
