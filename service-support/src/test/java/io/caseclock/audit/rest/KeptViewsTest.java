package io.caseclock.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptViewsTest {

  private static final Actor OFFICER = new Actor("li", "O1", List.of("officer"), "D0102");
  private static final Actor SYSTEM = new Actor("p1", null, List.of("precinct-system"), "D0102");
  private static final Map<String, String> CASE = Map.of("caseId", "A1");

  private final AtomicLong nanos = new AtomicLong();
  private final KeptViews views = new KeptViews(true, nanos::get);

  private static AuditEntry view(
      Actor actor, String operation, Map<String, String> ids, int status) {
    return new AuditEntry(Instant.EPOCH, actor, operation, ids, status, "r-1");
  }

  private static AuditEntry view(Actor actor, int status) {
    return view(actor, "GET /api/v1/cases/{caseId}/deadlines", CASE, status);
  }

  @Test
  void a_second_look_is_kept_again_after_a_quarter_of_an_hour() {
    assertThat(views.takes(view(OFFICER, 200))).isTrue();
    nanos.addAndGet(KeptViews.ONCE_IN.toNanos() - 1);
    assertThat(views.takes(view(OFFICER, 200))).isFalse();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());

    assertThat(views.takes(view(OFFICER, 200))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "200, true",
    "303, false",
    "304, true",
    "403, true",
    "404, true",
    "400, false",
    "406, false",
    "503, false"
  })
  void what_was_shown_is_kept_and_what_somebody_tried_to_see(int status, boolean isKept) {
    assertThat(views.takes(view(OFFICER, status))).isEqualTo(isKept);
  }

  @Test
  void a_look_that_was_refused_does_not_hide_the_one_that_was_not() {
    assertThat(views.takes(view(OFFICER, 404))).isTrue();

    assertThat(views.takes(view(OFFICER, 200))).isTrue();
  }

  @Test
  void the_same_look_from_another_of_their_units_is_another_one() {
    var elsewhere = new Actor("li", "O1", List.of("officer"), "D0103");

    assertThat(views.takes(view(OFFICER, 200))).isTrue();
    assertThat(views.takes(view(elsewhere, 200))).isTrue();
    assertThat(views.takes(view(elsewhere, 200))).isFalse();
  }

  @Test
  void a_list_is_kept_where_it_was_asked_for_one_case() {
    assertThat(views.takes(view(OFFICER, "GET /api/v1/deadlines", Map.of("unit", "D01"), 200)))
        .isFalse();

    assertThat(views.takes(view(OFFICER, "GET /api/v1/deadlines", CASE, 200))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"caseId", "deadlineId", "id"})
  void a_list_is_kept_for_whichever_one_thing_it_was_asked(String name) {
    assertThat(views.takes(view(OFFICER, "GET /api/v1/journal", Map.of(name, "A1"), 200))).isTrue();
  }

  @Test
  void a_list_that_showed_nothing_does_not_hide_one_that_did() {
    var nothing = Map.of("caseId", "A1", "shown", "nothing");

    assertThat(views.takes(view(OFFICER, "GET /api/v1/deadlines", nothing, 200))).isTrue();
    assertThat(views.takes(view(OFFICER, "GET /api/v1/deadlines", CASE, 200))).isTrue();
  }

  @Test
  void a_machine_that_asks_for_what_it_sent_leaves_none() {
    assertThat(views.takes(view(SYSTEM, 200))).isFalse();
  }

  @Test
  void none_is_kept_where_a_site_says_so() {
    assertThat(new KeptViews(false, nanos::get).takes(view(OFFICER, 200))).isFalse();
  }
}
