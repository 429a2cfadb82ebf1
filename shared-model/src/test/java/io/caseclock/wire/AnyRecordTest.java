package io.caseclock.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.CaseLevelStated;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.testsupport.Distorted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Any record whatever is read or refused as malformed or of an unknown type: nothing else ends a
 * reader. What was read can be written, and what is written is read as it was.
 */
class AnyRecordTest {

  private static final EventId SENT = new EventId("urn:precinct:x01", "d1");
  private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");

  /** A topic's reader and its writer. */
  enum Kind {
    CASE_EVENT(
        CaseEventWire::read,
        event -> CaseEventWire.write((CaseEvent) event),
        "case-filed.v2",
        "event-withdrawn.v1"),
    DEADLINE_EVENT(
        DeadlineEventWire::read,
        event -> DeadlineEventWire.write((DeadlineEvent) event),
        "deadline-opened.v3",
        "deadline-breached.v2",
        "deadline-approaching.v2",
        "finding-raised.v1"),
    DIRECTORY_EVENT(
        DirectoryEventWire::read,
        event -> DirectoryEventWire.write((DirectoryEvent) event, SENT, AT),
        "officer-assigned.v1",
        "officer-assigned.v2",
        "officer-away.v1",
        "unit-registered.v1"),
    PERIOD_NUMBERS(
        PeriodNumbersWire::read,
        numbers -> PeriodNumbersWire.write((PeriodNumbers) numbers),
        "period-closed-daily.v1",
        "period-closed-monthly.v1"),
    CASE_LEVEL(
        CaseLevelWire::read,
        level -> CaseLevelWire.write((CaseLevelStated) level),
        "case-level-stated.v1");

    private final Function<WireRecord, Object> reader;
    private final Function<Object, WireRecord> writer;
    private final List<WireRecord> good;

    Kind(Function<WireRecord, Object> reader, Function<Object, WireRecord> writer, String... good) {
      this.reader = reader;
      this.writer = writer;
      this.good = List.of(good).stream().map(AnyRecordTest::golden).toList();
    }
  }

  @Property(tries = 800, seed = "1")
  void a_distorted_record_is_read_or_refused(@ForAll Kind kind, @ForAll long seed) {
    var random = new Random(seed);
    var good = kind.good.get(random.nextInt(kind.good.size()));

    var value = read(kind, distorted(good, random));

    if (value != null) {
      var written = kind.writer.apply(value);
      var again = kind.writer.apply(kind.reader.apply(written));
      assertThat(again.attributes()).isEqualTo(written.attributes());
      assertThat(again.data()).asString(StandardCharsets.UTF_8).isEqualTo(text(written.data()));
    }
  }

  @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_bytes_are_read_or_refused(
      @ForAll Kind kind,
      @ForAll byte[] key,
      @ForAll Map<String, byte[]> headers,
      @ForAll byte[] value) {
    var consumed = new ConsumerRecord<>("a-topic", 0, 0, key, value);
    headers.forEach((name, bytes) -> consumed.headers().add("ce_" + name, bytes));

    read(kind, consumed);
  }

  @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void an_event_of_a_case_that_was_written_is_read_back(@ForAll("events") CaseEvent event) {
    assertThat(CaseEventWire.read(consumedOf(CaseEventWire.write(event)))).isEqualTo(event);
  }

  private static WireRecord consumedOf(WireRecord written) {
    return WireRecord.of(consumed(written.key(), written.headers(), written.data()));
  }

  private static @Nullable Object read(Kind kind, ConsumerRecord<byte[], byte[]> consumed) {
    List<Object> value = new ArrayList<>();
    var thrown = catchThrowable(() -> value.add(kind.reader.apply(WireRecord.of(consumed))));
    if (thrown == null) {
      return value.getFirst();
    }
    assertThat(thrown)
        .isInstanceOfAny(MalformedRecordException.class, UnknownTypeException.class)
        .satisfies(it -> assertThat(it.getMessage()).isNotBlank());
    return null;
  }

  /**
   * Of key, headers and data one is distorted, or each, so that one is judged by itself as well.
   */
  private static ConsumerRecord<byte[], byte[]> distorted(WireRecord good, Random random) {
    var which = random.nextInt(4);
    var headers = new LinkedHashMap<>(good.headers());
    if (which != 1) {
      var names = List.copyOf(new java.util.TreeSet<>(headers.keySet()));
      var name = names.get(random.nextInt(names.size()));
      headers.put(
          name, Distorted.text(Objects.requireNonNull(headers.get(name)), random.nextLong()));
    }
    return consumed(
        which == 0 ? Distorted.text(good.key(), random.nextLong()) : good.key(),
        headers,
        which == 2 ? good.data() : Distorted.bytes(good.data(), random.nextLong()));
  }

  private static ConsumerRecord<byte[], byte[]> consumed(
      String key, Map<String, String> headers, byte[] data) {
    var consumed = new ConsumerRecord<>("a-topic", 0, 0, utf8(key), data);
    headers.forEach((name, value) -> consumed.headers().add(name, utf8(value)));
    return consumed;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  private static WireRecord golden(String name) {
    try (var file = AnyRecordTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      var all = Json.object(Objects.requireNonNull(file, name).readAllBytes());
      return new WireRecord(
          String.valueOf(all.get("key")),
          (Map<String, String>) Objects.requireNonNull(all.get("attributes")),
          Json.bytes(Objects.requireNonNull(all.get("data"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<CaseEvent> events() {
    var ids = Combinators.combine(words(), words()).as(EventId::new);
    var subjects =
        Combinators.combine(Arbitraries.of("case", "person", "case-file"), words())
            .as(Subject::new);
    var times =
        Combinators.combine(instants(), instants(), instants().injectNull(0.3)).as(Times::new);
    var people =
        Combinators.combine(words(), words().injectNull(0.3), postings().injectNull(0.3))
            .as(People::new);
    var facts = Arbitraries.maps(words(), Arbitraries.of("a", true, 7)).ofMaxSize(3);
    return Combinators.combine(ids, subjects, words(), times, people, facts)
        .as(AnyRecordTest::event);
  }

  record Times(Instant occurredAt, Instant acceptedAt, @Nullable Instant recordedAt) {}

  record People(String unit, @Nullable String officer, @Nullable Posting posting) {}

  private static CaseEvent event(
      EventId id,
      Subject subject,
      String caseId,
      Times times,
      People people,
      Map<String, ?> facts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("unit", people.unit());
    data.put("caseId", caseId);
    if (people.officer() != null) {
      data.put("officer", people.officer());
    }
    data.put("facts", facts);
    return new CaseEvent(
        id,
        "case-filed",
        subject,
        caseId,
        times.occurredAt(),
        times.acceptedAt(),
        times.recordedAt(),
        people.unit(),
        people.officer(),
        people.posting(),
        times.recordedAt(),
        data);
  }

  private static Arbitrary<Posting> postings() {
    return Combinators.combine(
            words(), words().injectNull(0.5), Arbitraries.of(true, false), words().injectNull(0.5))
        .as(Posting::new);
  }

  /** Whatever an identifier may hold. */
  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withCharRange('\u4e00', '\u9fff')
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  private static Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(Instant.parse("1900-01-01T00:00:00Z").getEpochSecond(), 253_402_300_799L)
        .map(Instant::ofEpochSecond);
  }
}
