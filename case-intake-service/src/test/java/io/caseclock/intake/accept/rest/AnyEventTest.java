package io.caseclock.intake.accept.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.caseclock.attribute.Reading;
import io.caseclock.problem.ProblemException;
import io.caseclock.testsupport.Distorted;
import io.caseclock.wire.UnreadableJsonException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Any body and any headers are events to be checked, or are refused by a problem. */
class AnyEventTest {

  private static final String EVENT =
      """
      {"specversion":"1.0","id":"1-filed","source":"urn:precinct:x01","type":"case-filed",\
      "subject":"case/A1","time":"2026-03-02T09:00:00+08:00","dataschema":null,\
      "data":{"unit":"X01","facts":{"caseKind":"public-security","count":12}}}\
      """;

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/json",
          "ce-specversion", "1.0",
          "ce-id", "\"1-\\\"filed\\\"\"",
          "CE-Source", "urn:precinct:%E6%A1%88",
          "ce-time", "2026-03-02T09:00:00+08:00");

  @Property(tries = 800, seed = "1")
  void a_distorted_event_is_read_or_refused(@ForAll long seed) {
    var body = Distorted.bytes(bytes(EVENT), seed);

    isReadOrRefused(() -> EventParser.structured(body));
    isReadOrRefused(() -> EventParser.binary(headers(HEADERS), body));
  }

  @Property(tries = 800, seed = "1")
  void a_distorted_batch_is_read_or_refused(@ForAll long seed) {
    var body = Distorted.bytes(bytes("[" + EVENT + "," + EVENT + "]"), seed);

    isReadOrRefused(
        () ->
            assertThat(EventParser.batch(body))
                .allSatisfy(one -> assertThat(one.size()).isBetween(1L, (long) body.length)));
  }

  @Property(tries = 800, seed = "1")
  void distorted_headers_are_read_or_refused(@ForAll long seed) {
    var random = new Random(seed);
    Map<String, String> headers = new HashMap<>();
    HEADERS.forEach(
        (name, value) ->
            headers.put(
                random.nextInt(5) == 0 ? Distorted.text(name, random.nextLong()) : name,
                Distorted.text(value, random.nextLong())));

    isReadOrRefused(() -> EventParser.binary(headers(headers), bytes("{}")));
  }

  @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_header_is_read_or_refused(@ForAll String header) {
    switch (HeaderText.read(header)) {
      case Reading.Sound<String>(var text) ->
          assertThat(text).hasSizeLessThanOrEqualTo(header.length());
      case Reading.Refused<String>(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void a_text_that_was_written_as_a_header_is_read_back(@ForAll("texts") String text) {
    var escaped = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");

    assertThat(HeaderText.read(escaped)).isEqualTo(Reading.sound(text));
    assertThat(HeaderText.read('"' + escaped + '"')).isEqualTo(Reading.sound(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\ud7ff')
        .withCharRange('\ue000', '\uffff')
        .ofMaxLength(30);
  }

  private static void isReadOrRefused(ThrowingCallable reading) {
    var thrown = catchThrowable(reading);
    if (thrown != null) {
      assertThat(thrown).isInstanceOfAny(UnreadableJsonException.class, ProblemException.class);
      assertThat(thrown.getMessage()).isNotBlank();
    }
  }

  private static Map<String, List<String>> headers(Map<String, String> headers) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
