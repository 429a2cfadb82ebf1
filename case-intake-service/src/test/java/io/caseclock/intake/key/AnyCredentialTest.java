package io.caseclock.intake.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.attribute.Reading;
import io.caseclock.testsupport.Distorted;
import java.util.HexFormat;
import java.util.Locale;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Any text is a fingerprint or is refused; any secret has a hash, and one of its own. */
class AnyCredentialTest {

  private static final String WRITTEN =
      "BA:78:16:BF:8F:01:CF:EA:41:41:40:DE:5D:AE:22:23:B0:03:61:A3:96:17:7A:9C:B4:10:FF:61:F2:00:15:AD";

  @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_text_is_a_fingerprint_or_refused(@ForAll String text) {
    isReadOrRefused(text);
  }

  @Property(tries = 800, seed = "1")
  void so_is_a_distorted_one(@ForAll long seed) {
    isReadOrRefused(Distorted.text(WRITTEN, seed));
    isReadOrRefused(Distorted.text(WRITTEN.replace(":", ""), seed));
  }

  @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void a_fingerprint_is_read_back_however_it_was_written(@ForAll @Size(32) byte[] hash) {
    var fingerprint = Fingerprint.ofHash(hash);

    assertThat(fingerprint.hash()).isEqualTo(hash);
    for (var format : new HexFormat[] {HexFormat.of(), HexFormat.ofDelimiter(":")}) {
      var text = format.formatHex(hash);
      assertThat(Fingerprint.read(text)).isEqualTo(Reading.sound(fingerprint));
      assertThat(Fingerprint.read(text.toUpperCase(Locale.ROOT)))
          .isEqualTo(Reading.sound(fingerprint));
    }
  }

  @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_secret_has_a_hash_and_shows_itself_to_nobody(@ForAll String text) {
    var secret = KeySecret.of(text);

    assertThat(secret.hash()).hasSize(32);
    assertThat(secret.hasHash(KeySecret.of(text).hash())).isTrue();
    assertThat(secret.hasHash(KeySecret.of(text + "x").hash())).isFalse();
    assertThat(secret).hasToString("KeySecret");
  }

  private static void isReadOrRefused(String text) {
    switch (Fingerprint.read(text)) {
      case Reading.Sound<Fingerprint>(var fingerprint) ->
          assertThat(text.replace(":", "")).isEqualToIgnoringCase(fingerprint.hex());
      case Reading.Refused<Fingerprint>(var reason) -> assertThat(reason).isNotBlank();
    }
  }
}
