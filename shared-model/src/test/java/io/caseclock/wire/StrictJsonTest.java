package io.caseclock.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caseclock.wire.StrictJson.Element;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  enum Pace {
    SLOW,
    VERY_FAST
  }

  record Wish(
      @Nullable String text,
      int count,
      @Nullable Integer most,
      @Nullable Double share,
      @Nullable Boolean urgent,
      @Nullable Pace pace,
      @Nullable Instant at,
      @Nullable LocalDate on,
      @Nullable Duration after,
      @Nullable List<Wish> parts,
      @Nullable Map<String, String> more) {

    Wish {
      if (count < 0) {
        throw new IllegalArgumentException("count is 0 or more");
      }
    }
  }

  /**
   * What the database writes back as we wrote it, and what a later limit must not make unreadable.
   */
  private static final Set<String> OUTSIDE_ONLY =
      Set.of(
          "a number that loses digits",
          "an id as a number",
          "an id as a float",
          "65 levels",
          "a name of 257",
          "a text too long",
          "too many values",
          "a number that becomes zero");

  static Stream<Arguments> spoiled() {
    return Stream.of(
        Arguments.of("a member twice", "{\"a\":1,\"b\":{\"x\":1,\"x\":1}}", "/b/x"),
        Arguments.of("a member twice, once escaped", "{\"a\":1,\"\\u0061\":2}", "/a"),
        Arguments.of("a second value", "{\"a\":1}{\"a\":2}", ""),
        Arguments.of("a text behind", "{\"a\":1} x", ""),
        Arguments.of("a bracket behind", "{\"a\":1}]", ""),
        Arguments.of("nothing", "", ""),
        Arguments.of("blanks", " \n ", ""),
        Arguments.of("no end", "{\"a\":[1,", ""),
        Arguments.of("an escaped NUL", "{\"a\":{\"b\":\"x\\u0000\"}}", "/a/b"),
        Arguments.of("a raw NUL", "{\"a\":\"x\u0000\"}", ""),
        Arguments.of("a NUL in a name", "{\"a\":{\"x\\u0000\":1}}", "/a"),
        Arguments.of("a high half", "{\"a\":[\"x\\ud800\"]}", "/a/0"),
        Arguments.of("a low half", "{\"a\":[0,\"\\udc00x\"]}", "/a/1"),
        Arguments.of("two high halves", "{\"a\":\"\\ud800\\ud800\"}", "/a"),
        Arguments.of("a half in a name", "{\"\\ud800\":1}", ""),
        Arguments.of("NaN", "{\"a\":NaN}", ""),
        Arguments.of("Infinity", "{\"a\":-Infinity}", ""),
        Arguments.of("a plus sign", "{\"a\":+1}", ""),
        Arguments.of("a leading zero", "{\"a\":01}", ""),
        Arguments.of("a hexadecimal number", "{\"a\":0x1f}", ""),
        Arguments.of("a bare point", "{\"a\":.5}", ""),
        Arguments.of("a comment", "{\"a\":1/*x*/}", ""),
        Arguments.of("a comma too many", "{\"a\":[1,]}", ""),
        Arguments.of("single quotes", "{'a':1}", ""),
        Arguments.of("a bare name", "{a:1}", ""),
        Arguments.of("a line break in a text", "{\"a\":\"x\ny\"}", ""),
        Arguments.of("a number beyond a double", "{\"a\":1e999}", "/a"),
        Arguments.of("a number that becomes zero", "{\"a\":1e-999}", "/a"),
        Arguments.of("a huge exponent", "{\"a\":1e99999999999}", "/a"),
        Arguments.of("a number that loses digits", "{\"a\":0.12345678901234567890}", "/a"),
        Arguments.of("an id as a number", "{\"a\":99010000202603000123}", "/a"),
        Arguments.of("an id as a float", "{\"a\":[9901000020260300.0123]}", "/a/0"),
        Arguments.of("a long number", "{\"a\":" + "1".repeat(5_000) + "}", "/a"),
        Arguments.of("65 levels", "[".repeat(65) + "]".repeat(65), "/0".repeat(64)),
        Arguments.of("a name of 257", "{\"a\":{\"" + "x".repeat(257) + "\":1}}", "/a"),
        Arguments.of("a text too long", "{\"a\":\"" + "x".repeat(4_000_001) + "\"}", "/a"),
        Arguments.of("too many values", "[0" + ",0".repeat(1_000_000) + "]", "/999999"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoiled")
  void what_has_two_readings_or_cannot_be_kept_is_refused_with_its_place(
      String name, String text, String pointer) {
    assertThat(refusal(utf8(text)).pointer()).isEqualTo(pointer);
  }

  record Holder(@Nullable Object any) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoiled")
  void typed_reading_is_as_strict(String name, String text) {
    assertThatThrownBy(
            () ->
                StrictJson.read(
                    utf8("{\"any\":[" + text + (text.isBlank() ? "," : "") + "]}"), Holder.class))
        .isInstanceOf(UnreadableJsonException.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoiled")
  void a_record_from_kafka_is_as_strict_but_for_limits(String name, String text) {
    var inside = utf8("{\"any\":[" + text + (text.isBlank() ? "," : "") + "],\"tomorrow\":1}");

    if (OUTSIDE_ONLY.contains(name)) {
      assertThat(Json.read(inside, Holder.class).any()).isNotNull();
    } else {
      assertThatThrownBy(() -> Json.read(inside, Holder.class))
          .isInstanceOf(MalformedRecordException.class);
    }
  }

  @Test
  void the_edges_themselves_are_taken() {
    assertThat(StrictJson.value(utf8("[".repeat(64) + "]".repeat(64)))).isNotNull();
    assertThat(StrictJson.object(utf8("{\"" + "x".repeat(256) + "\":1}"))).hasSize(1);
    assertThat(StrictJson.object(utf8("{\"a\":\"" + "x".repeat(4_000_000) + "\"}"))).hasSize(1);
    assertThat(StrictJson.value(utf8("9223372036854775807"))).isEqualTo(Long.MAX_VALUE);
    assertThat(StrictJson.value(utf8("[0.1,1.50,-0.0,1e300,4.9e-324,123456789012.345]")))
        .isEqualTo(List.of(0.1, 1.5, -0.0, 1e300, 4.9e-324, 123456789012.345));
    assertThat(StrictJson.value(utf8("\"\\ud83d\\ude80𠮷\""))).isEqualTo("🚀𠮷");
    assertThat(StrictJson.value(utf8(" null "))).isNull();
  }

  @Test
  void the_order_of_members_is_kept() {
    assertThat(StrictJson.object(utf8("{\"b\":1,\"a\":2,\"c\":null}")).keySet())
        .containsExactly("b", "a", "c");
  }

  static Stream<Arguments> wrongBytes() {
    return Stream.of(
        Arguments.of("a byte order mark", bytes(0xEF, 0xBB, 0xBF, '{', '}'), 1),
        Arguments.of("an overlong NUL", inText(0xC0, 0x80), 2),
        Arguments.of("an overlong slash", inText(0xE0, 0x80, 0xAF), 2),
        Arguments.of("an encoded surrogate", inText(0xED, 0xA0, 0x80), 2),
        Arguments.of("beyond Unicode", inText(0xF4, 0x90, 0x80, 0x80), 2),
        Arguments.of("a lone continuation", inText(0x80), 2),
        Arguments.of("half a character", inText(0xE4, 0xB8), 2),
        Arguments.of("GBK", "{\n\"a\":\"案件\"}".getBytes(Charset.forName("GBK")), 2),
        Arguments.of("UTF-16", "{\n\"a\":1}".getBytes(StandardCharsets.UTF_16), 1),
        Arguments.of("UTF-16LE", "{\n\"a\":1}".getBytes(StandardCharsets.UTF_16LE), 1),
        Arguments.of("UTF-32", "{\n\"a\":1}".getBytes(Charset.forName("UTF-32BE")), 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongBytes")
  void only_utf_8_is_read_and_the_line_of_the_fault_is_told(String name, byte[] text, int line) {
    assertThat(refusal(text).line()).isEqualTo(line);
  }

  @Test
  void a_wrong_byte_far_inside_is_found() {
    var text = utf8("[\"" + "案".repeat(5_000) + "\",\n\"x\"]");
    text[text.length - 3] = (byte) 0xFF;

    assertThat(refusal(text).expected()).isEqualTo("the text must be UTF-8 (line 2)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"count\":1,\"texts\":\"x\"} | /texts | the member is not known; known are",
        "{\"count\":1,\"parts\":[{\"count\":1,\"x\":1}]} | /parts/0/x | the member is not known",
        "{} | /count | must be a whole number",
        "{\"count\":null} | /count | must be a whole number",
        "{\"count\":\"1\"} | /count | must be a whole number",
        "{\"count\":\"\"} | /count | must be a whole number",
        "{\"count\":1.0} | /count | must be a whole number",
        "{\"count\":true} | /count | must be a whole number",
        "{\"count\":3000000000} | /count | must be a whole number",
        "{\"count\":-1} | '' | count is 0 or more",
        "{\"count\":1,\"most\":\"2\"} | /most | must be a whole number",
        "{\"count\":1,\"most\":2.5} | /most | must be a whole number",
        "{\"count\":1,\"share\":\"0.5\"} | /share | must be a number",
        "{\"count\":1,\"urgent\":\"true\"} | /urgent | must be true or false",
        "{\"count\":1,\"urgent\":1} | /urgent | must be true or false",
        "{\"count\":1,\"text\":5} | /text | must be a text",
        "{\"count\":1,\"text\":5.5} | /text | must be a text",
        "{\"count\":1,\"text\":true} | /text | must be a text",
        "{\"count\":1,\"text\":[]} | /text | must be a text",
        "{\"count\":1,\"text\":{}} | /text | must be a text",
        "{\"count\":1,\"more\":{\"a\":1}} | /more/a | must be a text",
        "{\"count\":1,\"pace\":\"Slow\"} | /pace | must be one of slow, very-fast",
        "{\"count\":1,\"pace\":\"VERY_FAST\"} | /pace | must be one of slow, very-fast",
        "{\"count\":1,\"pace\":\"\"} | /pace | must be one of slow, very-fast",
        "{\"count\":1,\"pace\":0} | /pace | must be one of slow, very-fast",
        "{\"count\":1,\"at\":1767225600} | /at | must be a time with its offset",
        "{\"count\":1,\"at\":\"2026-03-02\"} | /at | must be a time with its offset",
        "{\"count\":1,\"at\":\"\"} | /at | must be a time with its offset",
        "{\"count\":1,\"at\":\"+10000-01-01T00:00:00Z\"} | /at | must be a time with its offset",
        "{\"count\":1,\"at\":\"0000-12-31T00:00:00Z\"} | /at | must be a time with its offset",
        "{\"count\":1,\"on\":\"+999999999-12-31\"} | /on | must be a day",
        "{\"count\":1,\"on\":\"-0001-12-31\"} | /on | must be a day",
        "{\"count\":1,\"on\":[2026,3,2]} | /on | must be a day",
        "{\"count\":1,\"on\":20000} | /on | must be a day",
        "{\"count\":1,\"on\":\"2026-02-30\"} | /on | must be a day",
        "{\"count\":1,\"after\":60} | /after | must be an ISO 8601 duration",
        "{\"count\":1,\"parts\":{}} | /parts | must be an array",
        "{\"count\":1,\"parts\":\"\"} | /parts | must be an array",
        "{\"count\":1,\"more\":\"\"} | /more | must be an object",
        "[] | '' | must be an object",
        "\"\" | '' | must be an object",
        "5 | '' | must be an object"
      })
  void a_record_takes_only_what_it_declares(String text, String pointer, String expected) {
    var refusal =
        catchThrowableOfType(
            UnreadableJsonException.class, () -> StrictJson.read(utf8(text), Wish.class));

    assertThat(refusal.pointer()).isEqualTo(pointer);
    assertThat(refusal.expected()).startsWith(expected);
  }

  @Test
  void a_record_that_fits_is_read_whole() {
    var text =
        "{\"text\":\"x\",\"count\":2,\"most\":3,\"share\":1,\"urgent\":false,\"pace\":\"very-fast\","
            + "\"at\":\"2026-03-02T09:00:00+08:00\",\"on\":\"2026-03-02\",\"after\":\"PT24H\","
            + "\"parts\":[],\"more\":{\"a\":\"b\"}}";

    assertThat(StrictJson.read(utf8(text), Wish.class))
        .isEqualTo(
            new Wish(
                "x",
                2,
                3,
                1.0,
                false,
                Pace.VERY_FAST,
                Instant.parse("2026-03-02T01:00:00Z"),
                LocalDate.of(2026, 3, 2),
                Duration.ofHours(24),
                List.of(),
                Map.of("a", "b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "5", "\"{}\""})
  void an_object_is_an_object(String text) {
    assertThatThrownBy(() -> StrictJson.object(utf8(text))).hasMessage("must be an object");
  }

  @Test
  void a_faulty_element_leaves_its_neighbours_alone() {
    var read = elements("[{\"a\":1}, {\"b\":{\"c\":[\"x\\u0000\",{}]},\"d\":1} , \"\\ud800\",7]");

    assertThat(read)
        .containsExactly(
            new Element.Sound(Map.of("a", 1), 7),
            new Element.Faulty(
                "/b/c/0", "a text has neither U+0000 nor half of a surrogate pair", 32),
            new Element.Faulty("", "a text has neither U+0000 nor half of a surrogate pair", 8),
            new Element.Sound(7, 1));
  }

  @Test
  void a_member_twice_in_one_element_is_told_there() {
    assertThat(elements("[{\"id\":1,\"id\":2},{\"id\":3}]"))
        .containsExactly(
            new Element.Faulty("/id", "the member stands twice; send it once", 15),
            new Element.Sound(Map.of("id", 3), 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1,", "[1 2]", "[1]]", "[1] [2]", "", "[nan]"})
  void what_is_no_array_is_refused_whole(String text) {
    assertThatThrownBy(() -> elements(text)).isInstanceOf(UnreadableJsonException.class);
  }

  @Test
  void a_record_of_tomorrow_is_read_from_kafka_and_its_unknown_members_are_looked_at_too() {
    assertThat(Json.read(utf8("{\"count\":1,\"tomorrow\":{\"a\":[1]}}"), Wish.class).count())
        .isEqualTo(1);
    assertThatThrownBy(
            () -> Json.read(utf8("{\"count\":1,\"tomorrow\":{\"a\":1,\"a\":2}}"), Wish.class))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("/tomorrow/a");
  }

  @Test
  void what_we_wrote_before_is_read_again() {
    var large = Map.<String, Object>of("a", 1e300, "b", Double.MIN_VALUE, "c", 0.1 + 0.2);
    assertThat(Json.object(Json.bytes(large))).isEqualTo(large);
    assertThat(Json.object(utf8("{\"a\":1" + "0".repeat(300) + "}"))).hasSize(1);
  }

  private static List<Element> elements(String text) {
    List<Element> read = new ArrayList<>();
    StrictJson.elements(utf8(text), read::add);
    return read;
  }

  private static UnreadableJsonException refusal(byte[] text) {
    return catchThrowableOfType(UnreadableJsonException.class, () -> StrictJson.value(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int... values) {
    var out = new ByteArrayOutputStream();
    for (var value : values) {
      out.write(value);
    }
    return out.toByteArray();
  }

  private static byte[] inText(int... values) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(utf8("{\n\"a\":\""));
    out.writeBytes(bytes(values));
    out.writeBytes(utf8("\"}"));
    return out.toByteArray();
  }
}
