package io.caseclock.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceUriTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:precinct:9901",
        "urn:precinct:9901:desk-2",
        "https://precinct.example/api?x=1#part",
        "https://user@precinct.example:8443/a;b=c,d",
        "//[2001:db8::1]/x",
        "mailto:precinct@unit.example",
        "/precinct/9901",
        "precinct-9901",
        "a/b:c",
        "urn:x:%E4%B8%AD",
        "urn:precinct:$1*",
        "tag:unit.example,2026:9901"
      })
  void takes_a_uri_reference(String text) {
    assertThat(SourceUri.read(text)).isEqualTo(Reading.sound(text));
  }

  @ParameterizedTest
  @CsvSource({
    "URN:CaseClock:x, urn:caseclock:x",
    "urn:%63aseclock:x, urn:caseclock:x",
    "urn:Precinct:A1, urn:precinct:A1",
    "HTTPS://Precinct.Example/A, https://precinct.example/A",
    "urn:x:%e4%b8%ad, urn:x:%E4%B8%AD",
    "urn:x:%41%2d1, urn:x:A-1"
  })
  void folds_what_rfc_3986_holds_equal(String text, String normal) {
    assertThat(SourceUri.read(text)).isEqualTo(Reading.sound(normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "urn:precinct:9901:x ",
        " urn:x:1",
        "urn:x:99 01",
        "not a uri 中文",
        "urn:precinct:九",
        "urn:x:\n",
        "urn:x:\u0000",
        "urn:x:\u007f",
        "urn:x:\u200b",
        "urn:x:%",
        "urn:x:%4",
        "urn:x:%zz",
        "urn:x:a\\b",
        "urn:x:{a}",
        "urn:x:<a>",
        "urn:x:\"a\"",
        "urn:x:a|b",
        "urn:x:a^b",
        "urn:x:`a`",
        "urn:x:[a]",
        "a#b#c",
        ":x",
        "9901:x",
        "//host:port/x",
        "//[/x",
        ".",
        "..",
        "/a/../b",
        "/a/%2e%2E",
        "https://x.example/./b"
      })
  void refuses_anything_else(String text) {
    assertThat(SourceUri.read(text)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void has_at_most_250_characters() {
    assertThat(SourceUri.read("urn:x:" + "y".repeat(243)).asValue()).isPresent();
    assertThat(SourceUri.read("urn:x:" + "y".repeat(244)).asValue()).isPresent();
    assertThat(SourceUri.read("urn:x:" + "y".repeat(245)).asReason())
        .contains("is longer than 250 characters");
  }
}
