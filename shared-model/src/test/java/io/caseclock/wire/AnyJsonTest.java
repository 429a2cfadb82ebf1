package io.caseclock.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.caseclock.contract.Names;
import io.caseclock.testsupport.Distorted;
import io.caseclock.wire.StrictJson.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Any bytes whatever are a value or are refused in the one way, and what we write is read back. */
class AnyJsonTest {

  private static final byte[] GOOD =
      """
      {"zh": "虚构的名字", "en": "Invented", "list": [1, -2.5, true, null, {"a": "\\u00e9\\n"}],
       "big": 9007199254740991, "nested": {"x": [[], {}, ""]}, "😀": "😀"}
      """
          .getBytes(StandardCharsets.UTF_8);

  @Property(tries = 800, seed = "1")
  void a_distorted_text_is_a_value_or_refused(@ForAll long seed) {
    isReadOrRefused(Distorted.bytes(GOOD, seed));
  }

  @Property(tries = 250, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_bytes_are_a_value_or_refused(@ForAll byte[] bytes) {
    isReadOrRefused(bytes);
  }

  @Property(tries = 250, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_signs_of_json_are_a_value_or_refused(@ForAll("signs") String text) {
    isReadOrRefused(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 250, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void what_is_written_is_read_back(@ForAll("values") Object value) {
    assertThat(StrictJson.value(Json.bytes(value))).isEqualTo(value);
  }

  /** One that cannot be read beside another costs neither the other nor its place. */
  @Property(tries = 250, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void elements_are_those_that_were_written(@ForAll("lists") List<Object> values) {
    List<Object> read = new ArrayList<>();
    StrictJson.elements(Json.bytes(values), element -> read.add(sound(element)));

    assertThat(read).isEqualTo(values);
  }

  private static void isReadOrRefused(byte[] bytes) {
    var value = read(() -> StrictJson.value(bytes));
    read(() -> StrictJson.object(bytes));
    read(() -> StrictJson.read(bytes, Names.class));
    List<Element> elements = new ArrayList<>();
    var isArray = read(() -> elements(bytes, elements)) != null;
    if (isArray && value instanceof List<?> list) {
      assertThat(elements).hasSameSizeAs(list);
    }
    assertThat(elements).allSatisfy(it -> assertThat(it.size()).isBetween(1L, (long) bytes.length));
  }

  private static boolean elements(byte[] bytes, List<Element> elements) {
    StrictJson.elements(bytes, elements::add);
    return true;
  }

  /** The value; null where it was refused, which says where and what is expected. */
  private static @Nullable Object read(Supplier<@Nullable Object> reading) {
    List<@Nullable Object> value = new ArrayList<>();
    var thrown = catchThrowable(() -> value.add(reading.get()));
    if (thrown == null) {
      return value.getFirst();
    }
    assertThat(thrown).isInstanceOf(UnreadableJsonException.class);
    var refusal = (UnreadableJsonException) thrown;
    assertThat(refusal.pointer()).matches("(?s)(/.*)?");
    assertThat(refusal.expected()).isNotBlank().hasSizeLessThan(1_000);
    return null;
  }

  private static @Nullable Object sound(Element element) {
    return switch (element) {
      case Element.Sound(var value, var size) -> value;
      case Element.Faulty faulty -> faulty;
    };
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
            "{", "}", "[", "]", ":", ",", "\"", "\\", "\"a\"", "1", "-", "0", ".", "e9", "true",
            "null", "NaN", " ", "\n", "\\u00", "d8", "\u0000", "\ufeff", "/*", "案")
        .list()
        .ofMaxSize(20)
        .map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<Object> values() {
    return nested(4);
  }

  @Provide
  Arbitrary<List<Object>> lists() {
    return nested(3).list().ofMaxSize(5);
  }

  private static Arbitrary<Object> nested(int depth) {
    if (depth == 0) {
      return leaves();
    }
    var lists = nested(depth - 1).list().ofMaxSize(4).map(list -> (Object) list);
    var objects =
        Arbitraries.maps(texts(), nested(depth - 1))
            .ofMaxSize(4)
            .map(map -> (Object) Map.copyOf(map));
    return Arbitraries.oneOf(leaves(), lists, objects);
  }

  private static Arbitrary<Object> leaves() {
    return Arbitraries.oneOf(
        texts().map(text -> (Object) text),
        Arbitraries.integers().map(number -> (Object) number),
        Arbitraries.of(true, false).map(truth -> (Object) truth));
  }

  /** Of every character that a text may hold, those beyond the first plane among them. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\u0001', '\ud7ff')
        .withCharRange('\ue000', '\uffff')
        .ofMaxLength(20)
        .map(text -> text.length() % 5 == 4 ? text + "😀" : text);
  }
}
