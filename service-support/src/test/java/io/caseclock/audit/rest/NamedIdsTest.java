package io.caseclock.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedIdsTest {

  private static final MultivaluedMap<String, String> NONE = new MultivaluedHashMap<>();
  private static final String UUID = "0190f1aa-3c4d-7e5f-8a6b-1c2d3e4f5a6b";

  private static MultivaluedMap<String, String> one(String name, String value) {
    return new MultivaluedHashMap<>(Map.of(name, value));
  }

  @ParameterizedTest
  @CsvSource({
    "caseId, ＡＢＣ１２３, ABC123",
    "caseId, 京［2026］1, 京〔2026〕1",
    "caseId, abc, abc",
    "unit, Ｄ０１, D01",
    "officer, Ｏ1, O1",
    "id, Ｅ-1, E-1",
    "source, URN:precinct:test, urn:precinct:test",
    "step, ＡＢ, ＡＢ"
  })
  void what_a_path_names_is_kept_as_it_is_kept_elsewhere(String name, String written, String kept) {
    assertThat(NamedIds.of(one(name, written), NONE)).containsExactly(Map.entry(name, kept));
  }

  @ParameterizedTest
  @CsvSource({
    "case, ＡＢＣ１２３, caseId, ABC123",
    "case, ' A1 ', caseId, A1",
    "caseId, ＡＢＣ１２３, caseId, ABC123",
    "deadline, 0190F1AA-3C4D-7E5F-8A6B-1C2D3E4F5A6B, deadlineId, " + UUID,
    "id, 0190F1AA-3C4D-7E5F-8A6B-1C2D3E4F5A6B, id, " + UUID,
    "unit, Ｄ０１, unit, D01"
  })
  void what_a_query_names_is_kept_the_same(String name, String written, String as, String kept) {
    assertThat(NamedIds.of(NONE, one(name, written))).containsExactly(Map.entry(as, kept));
  }

  @Test
  void an_id_of_a_sender_keeps_its_letters() {
    var query = one("id", UUID.toUpperCase(java.util.Locale.ROOT));
    query.putSingle("source", "URN:precinct:test");

    assertThat(NamedIds.of(NONE, query))
        .containsEntry("id", UUID.toUpperCase(java.util.Locale.ROOT))
        .containsEntry("source", "urn:precinct:test");
  }

  @Test
  void the_path_goes_before_the_query() {
    assertThat(NamedIds.of(one("caseId", "A1"), one("case", "A2")))
        .containsExactly(Map.entry("caseId", "A1"));
  }

  @Test
  void what_cannot_be_a_number_is_kept_as_it_was_written() {
    for (var text : List.of(" A1", "A\u202e1", "..", "1.5E+3")) {
      assertThat(NamedIds.of(one("caseId", text), NONE)).containsEntry("caseId", text);
    }
  }

  @Test
  void a_number_of_any_length_is_kept_whole_and_what_is_longer_is_cut() {
    var longest = "案".repeat(250);

    assertThat(NamedIds.of(one("caseId", longest), NONE)).containsEntry("caseId", longest);
    assertThat(NamedIds.of(one("caseId", longest + "件"), NONE)).containsEntry("caseId", longest);
    assertThat(NamedIds.of(one("caseId", "\ud840\udc00".repeat(300)), NONE).get("caseId"))
        .isEqualTo("\ud840\udc00".repeat(250));
  }

  @Test
  void what_is_empty_or_cannot_be_stored_names_nothing() {
    assertThat(NamedIds.of(NONE, one("case", " "))).isEmpty();
    assertThat(NamedIds.of(one("caseId", "A\u0000"), NONE)).isEmpty();
    assertThat(NamedIds.of(one("caseId", "A\ud800"), NONE)).isEmpty();
  }

  @Test
  void several_are_a_list_and_not_one_thing() {
    MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    query.put("id", List.of("a", "b"));

    assertThat(NamedIds.of(NONE, query)).isEmpty();
  }
}
