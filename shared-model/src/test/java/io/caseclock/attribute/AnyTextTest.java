package io.caseclock.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.Distorted;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text whatever is sound or refused for a reason, and a normal form is its own normal form. */
class AnyTextTest {

  private static final List<String> GOOD =
      List.of(
          "A9901000000888001",
          "虚构公(治)受案〔2026〕12号",
          "Ａ９［2026］／－ﾊﾞ\u3000é",
          "9.901E+18",
          "URN:Precinct:%61bc%E4",
          "https://User@Example.invalid:80/a/%7Eb?c=d#e",
          "2026-03-02T09:00:00.123456789+08:00",
          "2016-12-31T23:59:60Z",
          "两行\n文字\t\u202e");

  @Property(tries = 800, seed = "1")
  void a_distorted_text_is_sound_or_refused(@ForAll long seed) {
    var random = new Random(seed);
    isReadOrRefused(Distorted.text(GOOD.get(random.nextInt(GOOD.size())), random.nextLong()));
  }

  @Property(tries = 500, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_text_is_sound_or_refused(@ForAll("texts") String text) {
    isReadOrRefused(text);
  }

  private static void isReadOrRefused(String text) {
    isStable(Identifier::read, text);
    isStable(SourceUri::read, text);
    isStable(WrittenText.line(100)::read, text);
    isStable(WrittenText.lines(100)::read, text);
    isStable(it -> read(Moment.read(it)), text);
  }

  private static Reading<String> read(Reading<java.time.Instant> moment) {
    return switch (moment) {
      case Reading.Sound<java.time.Instant>(var instant) -> Reading.sound(instant.toString());
      case Reading.Refused<java.time.Instant>(var reason) -> Reading.refused(reason);
    };
  }

  private static void isStable(Function<String, Reading<String>> reader, String text) {
    switch (reader.apply(text)) {
      case Reading.Sound<String>(var normal) ->
          assertThat(reader.apply(normal)).isEqualTo(Reading.sound(normal));
      case Reading.Refused<String>(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  /** Of all that there is, halves of pairs among it. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\u007f')
        .withCharRange('\u0080', '\uffff')
        .withCharRange('\uff00', '\uffef')
        .withCharRange('\u2e80', '\u3030')
        .ofMaxLength(30);
  }
}
