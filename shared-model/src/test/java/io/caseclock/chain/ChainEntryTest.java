package io.caseclock.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainEntryTest {

  private static final ChainEntry ENTRY =
      new ChainEntry(
          LocalDate.of(2026, 3, 12),
          2,
          Instant.parse("2026-03-12T00:00:00.123456789Z"),
          "legal",
          null,
          List.of("legal-officer", "officer"),
          "D01",
          "POST /api/v1/silences/{id}/approve",
          Map.of("unit", "城关所", "id", "a"),
          404,
          "r-1");

  @Test
  void the_canonical_form_is_as_it_is_written_down() {
    assertThat(ENTRY.canonical("ff"))
        .isEqualTo(
            "2:ff,10:2026-03-12,1:2,16:1773273600123456,5:legal,-,1:2,13:legal-officer,7:officer,"
                + "3:D01,34:POST /api/v1/silences/{id}/approve,1:2,2:id,1:a,4:unit,9:城关所,"
                + "3:404,3:r-1,");
  }

  /** As {@code printf FORM | sha256sum} says. */
  @Test
  void the_hash_is_what_other_tools_say() {
    assertThat(ENTRY.hash("ff"))
        .isEqualTo("3ab1e472cfe28dfc3e74e15961b6114941a1e77f82f421e64cf27d68ab3ef0e3");
  }

  @Test
  void every_value_counts() {
    var others =
        List.of(
            ENTRY.hash("fe"),
            ENTRY.at(3).hash("ff"),
            with(null, "D01", 404).hash("ff"),
            with("", "D01", 404).hash("ff"),
            with("legal", "D02", 404).hash("ff"),
            with("legal", "D01", 200).hash("ff"));

    assertThat(others).doesNotHaveDuplicates().doesNotContain(ENTRY.hash("ff"));
    assertThat(with("legal", "D01", 404).hash("ff")).isEqualTo(ENTRY.hash("ff"));
  }

  private static ChainEntry with(@Nullable String account, String unit, int status) {
    return new ChainEntry(
        ENTRY.day(),
        ENTRY.number(),
        ENTRY.at(),
        account,
        ENTRY.officer(),
        ENTRY.roles(),
        unit,
        ENTRY.operation(),
        ENTRY.ids(),
        status,
        ENTRY.requestId());
  }
}
