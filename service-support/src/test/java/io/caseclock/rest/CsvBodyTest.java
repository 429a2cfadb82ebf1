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

  /** A row with such a mark would be read in another order than it stands. */
  @Test
  void what_turns_text_is_named() {
    assertThat(CsvBody.cell("A1\u202Egnp.exe\u202C")).isEqualTo("A1[U+202E]gnp.exe[U+202C]");
    assertThat(CsvBody.cell("\u200F=1+1")).isEqualTo("[U+200F]=1+1");
    assertThat(CsvBody.cell("a\u001B[2J")).isEqualTo("a[U+001B][2J");
    assertThat(CsvBody.cell("two\nlines")).isEqualTo("two\nlines");
  }
}
