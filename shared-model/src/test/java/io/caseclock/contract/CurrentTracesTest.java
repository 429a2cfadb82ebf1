package io.caseclock.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.outbox.OutboxRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurrentTracesTest {

  private static final String HEADER = "ce_traceparent";

  @Test
  void a_trace_holds_for_its_case_and_as_long_as_the_work_lasts() {
    List<@Nullable String> seen = new ArrayList<>();

    CurrentTraces.during(
        Map.of("A1", "outer"),
        () -> {
          CurrentTraces.during(Map.of("A1", "inner"), () -> seen.add(CurrentTraces.of("A1")));
          seen.add(CurrentTraces.of("A1"));
          seen.add(CurrentTraces.of("A2"));
          seen.add(CurrentTraces.of(null));
        });
    seen.add(CurrentTraces.of("A1"));

    assertThat(seen).containsExactly("inner", "outer", null, null, null);
  }

  @Test
  void it_ends_with_work_that_fails_too() {
    assertThatThrownBy(
            () ->
                CurrentTraces.during(
                    Map.of("A1", "trace"),
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(CurrentTraces.of("A1")).isNull();
  }

  @Test
  void a_record_keeps_the_trace_that_it_has() {
    var record = new OutboxRecord("topic", "A1", "type", Map.of("ce_id", "1"), new byte[0]);

    assertThat(record.inTrace(null).headers()).doesNotContainKey(HEADER);
    assertThat(record.inTrace("first").inTrace("second").headers())
        .containsEntry(HEADER, "first")
        .containsEntry("ce_id", "1");
  }
}
