package io.caseclock.testsupport;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caseclock.testsupport.RawHttp.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a service lets a case be placed under legal hold. */
public abstract class LegalHoldBehaviour {

  private static final String COURT = "{\"reason\":\"法院调卷\"}";
  private static final String CLOSED = "{\"reason\":\"the court is through\"}";

  private static final String DAYS = "GET /api/v1/audit-log/days";
  private static final Pattern DAY = Pattern.compile("\"day\":\"([0-9-]+)\",\"entries\":([0-9]+)");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"?([0-9-]+)");
  private static final String REQUEST_ID = "x-request-id: ";

  private final String caseId = "A-" + UUID.randomUUID();
  private final String path = "/api/v1/cases/" + caseId + "/legal-hold";

  /** Where the service listens on the loopback address. */
  protected abstract int port();

  @Test
  void a_case_that_nobody_told_of_can_be_held_and_tells_by_whom_and_why() {
    assertThat(place("administrator", COURT).status()).isEqualTo(200);

    assertThat(get("auditor").body())
        .contains("\"held\":true", "法院调卷", "\"placedBy\":\"test-caller\"");
  }

  @Test
  void a_case_that_was_never_held_has_no_hold() {
    assertThat(get("legal-officer").body()).contains("\"held\":false", "\"holds\":[]");
  }

  @Test
  void the_same_reason_again_changes_nothing_and_another_one_is_refused() {
    var first = place("legal-officer", COURT).body();

    assertThat(place("administrator", COURT).body()).isEqualTo(first);
    assertThat(place("administrator", CLOSED).status()).isEqualTo(409);
    assertThat(get("auditor").body()).isEqualTo(first);
  }

  @Test
  void a_released_hold_is_kept_with_both_reasons_and_the_case_can_be_held_again() {
    place("administrator", COURT);

    assertThat(release("legal-officer", CLOSED).body())
        .contains("\"held\":false", "法院调卷", "the court is through");
    assertThat(release("administrator", CLOSED).status()).isEqualTo(404);
    place("administrator", "{\"reason\":\"a complaint\"}");
    assertThat(get("auditor").body())
        .containsSubsequence("\"held\":true", "a complaint", "the court is through");
  }

  @Test
  void each_change_also_a_refused_one_and_each_look_is_an_entry_of_the_audit_log() {
    var before = entriesOfDays();
    var placed = place("administrator", COURT);
    var refused = place("officer", CLOSED);
    var released = release("legal-officer", CLOSED);
    var seen = get("auditor");

    await()
        .untilAsserted(
            () ->
                assertThat(entriesSince(before))
                    .containsSubsequence(
                        Stream.of(
                                entry("administrator", "PUT", "", placed),
                                entry("officer", "PUT", "", refused),
                                entry("legal-officer", "POST", "/release", released),
                                entry("auditor", "GET", "", seen))
                            .flatMap(List::stream)
                            .toList())
                    .contains("\"caseId\":\"" + caseId + "\"")
                    .doesNotContain("法院调卷", "the court is through"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"reason\":null}",
        "{\"reason\":\"\"}",
        "{\"reason\":\" \"}",
        "{\"reason\":\"\\u0000\"}",
        "{\"reason\":\"\\ud800\"}",
        "{\"reason\":\"\\u3164\"}",
        "{\"reason\":\"\\u200b\\u2800\"}",
        "{\"reason\":\"\\u001b[2Jcourt\"}",
        "{\"reason\":\"court\\u202e\"}",
        "{\"reason\":\"court\\nreleased\"}",
        "{\"reason\":1}",
        "{\"reason\":\"x\",\"until\":\"2030-01-01\"}"
      })
  void what_gives_no_reason_is_refused_and_holds_nothing(String body) {
    assertThat(place("administrator", body).status()).isEqualTo(400);
    assertThat(release("administrator", body).status()).isEqualTo(400);
    assertThat(get("auditor").body()).contains("\"held\":false");
  }

  @Test
  void a_reason_has_five_hundred_characters_at_most() {
    assertThat(place("administrator", reason(501)).body()).contains("\"/reason\"");
    assertThat(place("administrator", reason(500)).status()).isEqualTo(200);
    assertThat(
            release("administrator", "{\"reason\":\"" + "\uD840\uDC00".repeat(500) + "\"}")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"PUT, ''", "POST, /release", "GET, ''"})
  void what_is_no_identifier_is_refused_with_a_pointer(String method, String below) {
    var answer =
        by("administrator").sendJson(method + " /api/v1/cases/A%20/legal-hold" + below, COURT);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"/caseId\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"precinct-system", "officer", "supervisor", "auditor", "prosecutor"})
  void other_roles_neither_hold_nor_release(String role) {
    assertThat(place(role, COURT).status()).isEqualTo(403);
    assertThat(release(role, COURT).status()).isEqualTo(403);
  }

  @Test
  void nobody_of_one_unit_holds_releases_or_sees_it() {
    var station =
        new RawHttp(port(), TestTokens.of("administrator").unit("a-unit-of-nobody").sign());

    assertThat(station.sendJson("PUT " + path, COURT).status()).isEqualTo(403);
    assertThat(station.sendJson("POST " + path + "/release", COURT).status()).isEqualTo(403);
    assertThat(station.send("GET " + path).status()).isEqualTo(403);
  }

  /** How many entries each day of the audit log has. */
  private Map<String, Integer> entriesOfDays() {
    return DAY.matcher(pages(DAYS, ""))
        .results()
        .collect(toMap(day -> day.group(1), day -> Integer.valueOf(day.group(2))));
  }

  /** What was added to any day, the oldest entry first, as whoever proves the chain reads it. */
  private String entriesSince(Map<String, Integer> before) {
    var found = new StringBuilder();
    entriesOfDays()
        .forEach(
            (day, entries) -> {
              var known = before.getOrDefault(day, 0);
              if (entries > known) {
                found.append(pages(DAYS + "/" + day, Integer.toString(known)));
              }
            });
    return found.toString();
  }

  private String pages(String listing, String from) {
    var whole = new StringBuilder();
    var after = from;
    do {
      var page = by("auditor").send(listing + (after.isEmpty() ? "" : "?after=" + after)).body();
      whole.append(page);
      var next = NEXT.matcher(page);
      after = next.find() ? next.group(1) : "";
    } while (!after.isEmpty());
    return whole.toString();
  }

  /** The members of an entry, in their order. */
  private static List<String> entry(String role, String method, String below, Answer answer) {
    var id = answer.head().lines().filter(line -> line.startsWith(REQUEST_ID)).findFirst();
    return List.of(
        "\"roles\":[\"" + role + "\"]",
        "\"operation\":\"" + method + " /api/v1/cases/{caseId}/legal-hold" + below + "\"",
        "\"status\":" + answer.status(),
        "\"requestId\":\"" + id.orElseThrow().substring(REQUEST_ID.length()) + "\"");
  }

  private static String reason(int characters) {
    return "{\"reason\":\"" + "案".repeat(characters) + "\"}";
  }

  private Answer place(String role, String body) {
    return by(role).sendJson("PUT " + path, body);
  }

  private Answer release(String role, String body) {
    return by(role).sendJson("POST " + path + "/release", body);
  }

  private Answer get(String role) {
    return by(role).send("GET " + path);
  }

  /** Somebody who is bound to no unit. */
  private RawHttp by(String role) {
    return new RawHttp(port(), TestTokens.of(role).sign());
  }
}
