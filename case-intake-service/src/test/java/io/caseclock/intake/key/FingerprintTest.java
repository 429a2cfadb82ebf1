package io.caseclock.intake.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

  private static final String HEX =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void it_is_the_hash_of_the_bytes() {
    var fingerprint = Fingerprint.of("abc".getBytes(StandardCharsets.US_ASCII));

    assertThat(fingerprint.hex()).isEqualTo(HEX);
    assertThat(Fingerprint.ofHash(fingerprint.hash())).isEqualTo(fingerprint);
  }

  @Test
  void it_is_read_as_tools_print_it() {
    var inPairs = HEX.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");

    assertThat(inPairs).startsWith("BA:78:").endsWith(":AD");
    assertThat(Fingerprint.read(inPairs).asValue()).contains(new Fingerprint(HEX));
    assertThat(Fingerprint.read(HEX).asValue()).contains(new Fingerprint(HEX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ba7816bf",
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
        "ba:7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        " ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      })
  void anything_else_is_refused(String text) {
    assertThat(Fingerprint.read(text).asReason()).isPresent();
    assertThatThrownBy(() -> new Fingerprint(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
