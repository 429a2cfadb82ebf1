package io.caseclock.monitor.revision.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a report is counted. */
class MovesTest {

  @Test
  void cases_that_could_not_be_compared_count_with_what_changes() throws Exception {
    var moves =
        Moves.of(
            json(
                "{'cases': 9, 'open': 20, 'counts': {'moved': 2, 'ends': 1}, 'unverified':"
                    + " ['A1']}"));

    assertThat(moves).isEqualTo(new Moves(9, 20, Map.of("ends", 1, "moved", 2), 1));
    assertThat(moves.total()).isEqualTo(4);
    assertThat(moves.plus(moves).total()).isEqualTo(8);
    assertThat(Moves.NONE.total()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{'open': 1, 'counts': {}, 'unverified': []}",
        "{'cases': 1, 'open': '1', 'counts': {}, 'unverified': []}",
        "{'cases': 1, 'open': 1, 'unverified': []}",
        "{'cases': 1, 'open': 1, 'counts': {'moved': -3}, 'unverified': []}",
        "{'cases': 1, 'open': 1, 'counts': {}}",
      })
  void what_is_no_report_is_not_taken_for_no_change(String text) throws Exception {
    var report = json(text);

    assertThatThrownBy(() -> Moves.of(report)).isInstanceOf(ComparisonException.class);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
