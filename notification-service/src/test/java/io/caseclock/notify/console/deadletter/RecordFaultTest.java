package io.caseclock.notify.console.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Words;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.CaseLevelWire;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.DirectoryEventWire;
import io.caseclock.wire.PeriodNumbersWire;
import io.caseclock.wire.WireRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our own readers say is said by pages in their language. */
class RecordFaultTest {

  private static final String TIME = "2026-03-02T09:00:00+08:00";
  private static final String DATA = "{\"caseId\":\"A1\",\"unit\":\"D01\"}";

  @Test
  void a_record_without_key_or_value() {
    assertThat(fault(read(null, DATA, "case-filed"))).isEqualTo("no-key");
    assertThat(fault(read(" ", DATA, "case-filed"))).isEqualTo("empty-key");
    assertThat(fault(read("A1\u0000", DATA, "case-filed"))).isEqualTo("key-with-zero");
    assertThat(fault(read("A1", null, "case-filed"))).isEqualTo("no-value");
    assertThat(fault(read("A2", DATA, "case-filed"))).isEqualTo("other-key");
  }

  @ParameterizedTest
  @CsvSource({
    "ce_id, , missing",
    "ce_subject, ' ', missing",
    "ce_subject, plain, no-subject",
    "ce_specversion, 0.3, other-version",
    "ce_type, two words, no-word",
    "ce_time, yesterday, no-time",
    "ce_time, 1066-10-14T09:00:00Z, far-time",
    "ce_acceptedat, soon, no-time",
    "content-type, text/plain, other-format"
  })
  void a_header_that_is_wrong(String name, @Nullable String value, String fault) {
    var record = record("A1", DATA, "case-filed");
    record.headers().remove(name);
    if (value != null) {
      record.headers().add(name, bytes(value));
    }

    assertThat(fault(said(record, CaseEventWire::read))).isEqualTo(fault);
  }

  @Test
  void a_header_twice_or_in_no_text() {
    var twice = record("A1", DATA, "case-filed");
    twice.headers().add("ce_id", bytes("2"));
    assertThat(fault(said(twice, CaseEventWire::read))).isEqualTo("twice");

    var odd = record("A1", DATA, "case-filed");
    odd.headers().add("ce_more", new byte[] {(byte) 0xff});
    assertThat(RecordFault.told(said(odd, CaseEventWire::read)))
        .hasValueSatisfying(
            told -> {
              assertThat(told.fault()).isEqualTo("header-unreadable");
              assertThat(told.what()).isEqualTo("ce_more");
            });
  }

  @Test
  void a_name_that_is_too_long() {
    var header = record("A1", DATA, "case-filed");
    header.headers().remove("ce_source").add("ce_source", bytes("s".repeat(251)));
    var unit = "{\"caseId\":\"A1\",\"unit\":\"" + "u".repeat(251) + "\"}";

    assertThat(fault(read("A".repeat(601), DATA, "case-filed"))).isEqualTo("long-key");
    assertThat(fault(said(header, CaseEventWire::read))).isEqualTo("long-header");
    assertThat(fault(read("A1", unit, "case-filed"))).isEqualTo("long-name");
  }

  @Test
  void what_turns_the_text_around_it_stands_by_its_name() {
    assertThat(RecordFault.told("the header ce_\u202Ex is missing").map(RecordFault.Told::what))
        .contains("ce_[U+202E]x");
    assertThat(RecordFault.straight("a\u001Bb")).isEqualTo("a[U+001B]b");
  }

  @Test
  void a_type_that_no_reader_knows() {
    Stream<Function<WireRecord, Object>> readers =
        Stream.of(
            DirectoryEventWire::read,
            DeadlineEventWire::read,
            CaseLevelWire::read,
            PeriodNumbersWire::read);

    assertThat(readers.map(reader -> fault(said(record("A1", DATA, "of-tomorrow"), reader))))
        .containsExactly(
            "unknown-directory-event",
            "unknown-deadline-event",
            "unknown-level",
            "unknown-numbers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{} {}",
        "{\"id\":1}",
        "{\"id\":\"1\",\"id\":\"2\"}",
        "{\"id\":\"D01\",\"names\":{\"zh\":\"示例\"}}",
        "{\"id\":\"D01\",\"names\":{\"zh\":\" \",\"en\":\"Sample\"}}",
        "{\"id\":\"D01\",\"names\":{\"zh\":\"示例\",\"en\":\"Sample\"},\"kind\":[]}",
        "{\"id\":1e999}"
      })
  void data_that_cannot_be_read(String data) {
    var said = said(record("unit/D01", data, "unit-registered"), DirectoryEventWire::read);

    assertThat(RecordFault.told(said))
        .as(said)
        .hasValueSatisfying(
            told -> {
              assertThat(told.fault()).isEqualTo("unreadable");
              assertThat(told.expectation()).as(told.more()).isPresent();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no json", "Cannot invoke \"Object.toString()\" because \"it\" is null"})
  void what_a_library_says_stays_as_it_is(String said) {
    assertThat(RecordFault.told(said)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void each_has_words_in_both_languages(String language) throws IOException {
    var words = new Properties();
    try (var in =
        getClass().getResourceAsStream("/messages/deadletter_" + language + ".properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    assertThat(words.getProperty("fault"))
        .contains(Stream.of(RecordFault.values()).map(RecordFaultTest::word).toList());
    assertThat(words.getProperty("expected"))
        .contains(Stream.of(DataFault.values()).map(RecordFaultTest::word).toList());
  }

  private static String word(Enum<?> fault) {
    return "{#case '" + Words.of(fault) + "'}";
  }

  private static String read(@Nullable String key, @Nullable String data, String type) {
    return said(record(key, data, type), CaseEventWire::read);
  }

  private static String fault(String said) {
    return RecordFault.told(said).map(RecordFault.Told::fault).orElse("not known: " + said);
  }

  private static String said(
      ConsumerRecord<byte[], byte[]> record, Function<WireRecord, Object> reader) {
    try {
      return "taken: " + reader.apply(WireRecord.of(record));
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(
      @Nullable String key, @Nullable String data, String type) {
    var record =
        new ConsumerRecord<>(
            "case-events",
            0,
            7,
            key == null ? null : bytes(key),
            data == null ? null : bytes(data));
    List<String> headers =
        new ArrayList<>(List.of("ce_specversion=1.0", "ce_id=1", "ce_source=urn:precinct:9901"));
    headers.addAll(
        List.of(
            "ce_type=" + type, "ce_subject=case/A1", "ce_time=" + TIME, "ce_acceptedat=" + TIME));
    for (var header : headers) {
      var parts = header.split("=", 2);
      record.headers().add(parts[0], bytes(parts[1]));
    }
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
