package io.caseclock.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredMembersTest {

  private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final String LONG = "c".repeat(251);

  private record Whole(String name, @Nullable String note, List<Part> parts) {}

  private record Part(@Nullable Integer count, Names names) {}

  @Test
  void what_may_be_absent_may_be_absent() {
    var whole = new Whole("x", null, List.of(new Part(null, new Names("甲", "A"))));

    assertThat(RequiredMembers.of(whole)).isSameAs(whole);
  }

  @Test
  void what_is_needed_is_named_at_any_depth() {
    var names = new Names("甲", "A");
    var whole = new Whole("x", null, List.of(new Part(1, names), new Part(1, absent())));

    assertThatThrownBy(() -> RequiredMembers.of(whole))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("the data has nothing at '/parts/1/names'");
  }

  @Test
  void a_finding_about_nothing_is_malformed() {
    var sound =
        DeadlineEventWire.write(
            new FindingRaised(
                "F1",
                "A1",
                Subject.ofCase("A1"),
                "X01",
                null,
                "recorded",
                "case",
                "-",
                new Names("问题", "Fault"),
                Instant.parse("2026-03-02T02:00:00Z")));
    var data = Json.object(sound.data());
    data.remove("subject");
    var record = new WireRecord(sound.key(), sound.attributes(), Json.bytes(data));

    assertThatThrownBy(() -> DeadlineEventWire.read(record))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("the data has nothing at '/subject'");
  }

  @Test
  void a_name_that_no_lawful_one_is_as_long_as_is_malformed_and_a_text_may_be_long() {
    var sound = finding("F1", "X".repeat(250), "第".repeat(100_000));

    assertThat(DeadlineEventWire.read(DeadlineEventWire.write(sound))).isEqualTo(sound);
    assertThatThrownBy(
            () -> DeadlineEventWire.read(DeadlineEventWire.write(finding("F1", "X".repeat(251)))))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("the data at '/unit' is longer than 250 characters");
    assertThat(DeadlineEventWire.read(DeadlineEventWire.write(finding("F".repeat(600), "X01"))))
        .isNotNull();
    assertThatThrownBy(
            () -> DeadlineEventWire.read(DeadlineEventWire.write(finding("F".repeat(601), "X01"))))
        .hasMessage("the data at '/id' is longer than 600 characters");
  }

  @Test
  void names_of_an_event_are_bounded_as_intake_bounds_them() {
    assertThat(CaseEventWire.read(CaseEventWire.write(event("case-filed", "X01", "c"))))
        .isNotNull();
    assertThat(CaseEventWire.read(CaseEventWire.write(event("case-filed", "X01", LONG))))
        .as("a member that is nothing to the suite")
        .isNotNull();
    assertThatThrownBy(() -> CaseEventWire.read(CaseEventWire.write(event("a", LONG, "c"))))
        .hasMessage("the data at '/unit' is longer than 250 characters");
    assertThatThrownBy(
            () -> CaseEventWire.read(CaseEventWire.write(event("finding-recorded", "X01", LONG))))
        .hasMessage("the data at '/cause' is longer than 250 characters");
  }

  @Test
  void the_key_and_the_attributes_of_a_record_are_bounded_too() {
    var wire = DeadlineEventWire.write(finding("F1", "X01"));

    assertThatThrownBy(() -> WireRecord.of(consumed("A".repeat(601), wire.headers())))
        .hasMessage("the key is longer than 600 characters");
    for (var name : List.of("ce_id", "ce_source", "ce_type", "ce_subject")) {
      var headers = new LinkedHashMap<>(wire.headers());
      headers.put(name, "a".repeat(601));
      assertThatThrownBy(() -> WireRecord.of(consumed("A1", headers)))
          .isInstanceOf(MalformedRecordException.class)
          .hasMessageContaining("the header " + name + " is longer than ");
    }
  }

  private static ConsumerRecord<byte[], byte[]> consumed(String key, Map<String, String> headers) {
    var record = new ConsumerRecord<>("t", 0, 0, key.getBytes(UTF_8), "{}".getBytes(UTF_8));
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  private static CaseEvent event(String type, String unit, String cause) {
    return new CaseEvent(
        new EventId("urn:precinct:x01", "1"),
        type,
        Subject.ofCase("A1"),
        "A1",
        AT,
        AT,
        null,
        unit,
        null,
        Map.of("cause", cause));
  }

  private static FindingRaised finding(String id, String unit) {
    return finding(id, unit, "-");
  }

  private static FindingRaised finding(String id, String unit, String provision) {
    return new FindingRaised(
        id,
        "A1",
        Subject.ofCase("A1"),
        unit,
        null,
        "recorded",
        "case",
        provision,
        new Names("问题", "Fault"),
        AT);
  }

  /** What a reader of JSON puts where a member is missing. */
  @SuppressWarnings("NullAway")
  private static <T> T absent() {
    return null;
  }
}
