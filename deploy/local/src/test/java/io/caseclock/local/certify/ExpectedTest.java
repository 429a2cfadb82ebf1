package io.caseclock.local.certify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer has to be, for answers that a sound installation gives and almost gives. */
class ExpectedTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T00:00:00Z",
        "2026-03-02T00:00:00.000Z",
        "2026-03-02T00:00Z",
        "2026-03-02T08:00:00+08:00"
      })
  void an_instant_is_the_same_however_it_is_written(String startedAt) {
    assertThat(isMet(running(), deadline("running", startedAt))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "running, 2026-03-02T00:00:01Z",
    "running, 2026-03-02T00:00:00",
    "running, ''",
    "met, 2026-03-02T00:00:00Z"
  })
  void a_deadline_that_began_otherwise_or_stands_otherwise_is_another(
      String status, String startedAt) {
    assertThat(isMet(running(), deadline(status, startedAt))).isFalse();
  }

  @Test
  void a_second_one_that_runs_is_one_too_many() {
    var one = deadline("running", START.toString());

    assertThat(isMet(running(), one + "," + one)).isFalse();
    assertThat(
            isMet(
                new Expected.Deadline("r", "met", START),
                deadline("met", START.toString()) + "," + one))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "200, 'accepted,duplicate', true",
    "207, 'accepted,duplicate', false",
    "200, 'accepted,refused', false",
    "200, accepted, false",
    "200, '', false"
  })
  void a_batch_is_kept_where_each_of_its_events_is(int status, String outcomes, boolean isMet) {
    var results =
        outcomes.isEmpty()
            ? ""
            : "{\"status\": \"" + String.join("\"}, {\"status\": \"", outcomes.split(",")) + "\"}";

    assertThat(
            new Expected.AllKept(2)
                .isMet(reply(status, "{\"results\": [" + results + "]}"), name -> none()))
        .isEqualTo(isMet);
  }

  @ParameterizedTest
  @CsvSource({"running", "paused", "breached"})
  void what_is_open_is_not_taken_back(String status) {
    assertThat(isMet(new Expected.NothingOpen(), deadline(status, START.toString()))).isFalse();
    assertThat(isMet(new Expected.NothingOpen(), deadline("cancelled", START.toString()))).isTrue();
  }

  @Test
  void a_case_that_is_not_known_is_not_one_without_deadlines() {
    assertThat(new Expected.NothingOpen().isMet(reply(404, "{}"), name -> none())).isFalse();
    assertThat(new Expected.NothingOpen().isMet(reply(200, "{}"), name -> none())).isFalse();
  }

  @Test
  void a_repeat_has_the_receipt_of_the_first_time() {
    var first = reply(202, "{\"acceptedAt\": \"a\", \"receipt\": \"r\"}");
    var same = "{\"status\": \"duplicate\", \"acceptedAt\": \"a\", \"receipt\": \"r\"}";
    var expected = new Expected.SameReceipt("first");

    assertThat(expected.isMet(reply(200, same), name -> first)).isTrue();
    assertThat(expected.isMet(reply(202, same), name -> first)).isFalse();
    assertThat(expected.isMet(reply(200, same.replace("\"a\"", "\"b\"")), name -> first)).isFalse();
    assertThat(expected.isMet(reply(200, same.replace("\"r\"", "\"s\"")), name -> first)).isFalse();
  }

  @Test
  void a_listing_has_types_where_its_rows_say_so_and_not_their_schemas() {
    var expected = new Expected.Types(Set.of("case-filed"));

    assertThat(expected.isMet(reply(200, "[{\"type\": \"case-filed\"}]"), name -> none())).isTrue();
    assertThat(
            expected.isMet(
                reply(200, "[{\"schema\": {\"type\": \"case-filed\"}}]"), name -> none()))
        .isFalse();
  }

  private static Expected running() {
    return new Expected.Deadline("r", "running", START);
  }

  private static String deadline(String status, String startedAt) {
    return "{\"rule\": \"r\", \"status\": \"%s\", \"startedAt\": \"%s\"}"
        .formatted(status, startedAt);
  }

  private static boolean isMet(Expected expected, String deadlines) {
    return expected.isMet(reply(200, "{\"deadlines\": [" + deadlines + "]}"), name -> none());
  }

  private static Reply none() {
    return Reply.none("nothing");
  }

  private static Reply reply(int status, String body) {
    try {
      return new Reply(status, JSON.readTree(body), Optional.empty());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }
}
