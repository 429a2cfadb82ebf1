package io.caseclock.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  @TempDir Path directory;

  @Test
  void a_table_becomes_events() throws Exception {
    var rows =
        read(
            "events.csv",
            """
            id,source,type,subject,time,unit,officer,caseId,facts.custody,facts.caseKind,data.adds,data.count
            1,precinct/9901,case-filed,case/X1,2026-03-02T08:00:00Z,9901,P990101,,true,criminal,,
            2,precinct/9901,extension-approved,person/X1-a,2026-03-03T08:00:00Z,9901,,X1,,,P30D,007
            """);

    assertThat(rows).hasSize(2);
    assertThat(event(rows.get(0)))
        .isEqualTo(
            json(
                """
                {"specversion": "1.0", "datacontenttype": "application/json",
                 "id": "1", "source": "precinct/9901", "type": "case-filed",
                 "subject": "case/X1", "time": "2026-03-02T08:00:00Z",
                 "data": {"unit": "9901", "officer": "P990101",
                          "facts": {"custody": true, "caseKind": "criminal"}}}"""));
    assertThat(event(rows.get(1)).at("/data"))
        .isEqualTo(
            json(
                "{\"unit\": \"9901\", \"caseId\": \"X1\", \"adds\": \"P30D\", \"count\": \"007\"}"));
  }

  @Test
  void a_row_knows_its_line_even_after_an_empty_one() throws IOException {
    var rows = read("events.ndjson", "{\"id\": \"1\"}\n\n{\"id\": \"2\"}\n");

    assertThat(rows).extracting(EventRow::line).containsExactly(1L, 3L);
  }

  @Test
  void a_table_row_knows_its_line_too() throws IOException {
    var rows = read("events.csv", "id,source\n1,a\n2,a\n3,a\n");

    assertThat(rows).extracting(EventRow::line).containsExactly(2L, 3L, 4L);
  }

  @Test
  void a_line_that_is_no_event_does_not_stop_the_others() throws IOException {
    var rows = read("events.ndjson", "{\"id\": \"1\"}\nhello\n[1]\n{\"id\": \"2\"}\n");

    assertThat(rows.get(1)).isInstanceOf(EventRow.Unreadable.class);
    assertThat(rows.get(2)).isEqualTo(new EventRow.Unreadable(3, "not a JSON object"));
    assertThat(event(rows.get(3)).path("id").asText()).isEqualTo("2");
  }

  @Test
  void an_unknown_column_is_named() throws IOException {
    var rows = read("events.csv", "id,colour\n1,blue\n");

    assertThat(rows).containsExactly(new EventRow.Unreadable(2, "unknown column: colour"));
  }

  private List<EventRow> read(String name, String text) throws IOException {
    var file = Files.writeString(directory.resolve(name), text);
    try (var rows = EventFile.read(file)) {
      return rows.toList();
    }
  }

  private static JsonNode event(EventRow row) {
    assertThat(row).isInstanceOf(EventRow.Readable.class);
    return ((EventRow.Readable) row).event();
  }

  private static JsonNode json(String text) throws IOException {
    return EventFile.JSON.readTree(text);
  }
}
