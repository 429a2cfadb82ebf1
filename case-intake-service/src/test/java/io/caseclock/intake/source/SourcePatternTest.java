package io.caseclock.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.attribute.Reading;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "u*",
        "urn:x y",
        "urn:caseclock",
        "URN:CaseClock:*",
        "urn:person:P1",
        "urn:person:*"
      })
  void nobody_is_registered_for_everything_or_for_what_others_post_as(String text) {
    assertThat(SourcePattern.read(text)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void a_pattern_is_written_as_it_was_read() {
    assertThat(SourcePattern.read("URN:Precinct:9901:*").asValue())
        .get()
        .hasToString("urn:precinct:9901:*");
    assertThat(SourcePattern.read("urn:precinct:9901").asValue())
        .get()
        .hasToString("urn:precinct:9901");
  }

  @Test
  void a_person_has_a_source_that_a_uri_takes() {
    assertThat(PersonSource.of(new Caller("a b|示例", Set.of(), null, null)))
        .isEqualTo("urn:person:account:a%20b%7C%E7%A4%BA%E4%BE%8B");
    assertThat(PersonSource.of(new Caller("x", Set.of(), null, "P990001")))
        .isEqualTo("urn:person:P990001");
  }
}
