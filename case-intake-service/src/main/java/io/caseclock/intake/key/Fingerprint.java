package io.caseclock.intake.key;

import io.caseclock.attribute.Reading;
import io.caseclock.contract.Sha256;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * By which a client certificate is known: the SHA-256 of its DER form. It is no secret; who shows
 * the certificate proves in the handshake that the private key is theirs.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) implements Credential {

  private static final Pattern NORMAL = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern WRITTEN =
      Pattern.compile("[0-9A-Fa-f]{64}|[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}");

  public Fingerprint {
    if (!NORMAL.matcher(hex).matches()) {
      throw new IllegalArgumentException("no fingerprint: " + hex);
    }
  }

  /** Of the certificate with that DER form. */
  public static Fingerprint of(byte[] certificate) {
    return new Fingerprint(Sha256.hex(certificate));
  }

  /** The one of which this was kept. */
  public static Fingerprint ofHash(byte[] hash) {
    return new Fingerprint(HexFormat.of().formatHex(hash));
  }

  /** Takes small and large digits, with colons between all bytes or none, as tools print them. */
  public static Reading<Fingerprint> read(String text) {
    return WRITTEN.matcher(text).matches()
        ? Reading.sound(new Fingerprint(text.replace(":", "").toLowerCase(Locale.ROOT)))
        : Reading.refused(
            "must be the SHA-256 of the certificate: 64 hexadecimal digits, if wanted in pairs with"
                + " colons between them");
  }

  @Override
  public KeyKind kind() {
    return KeyKind.CERTIFICATE;
  }

  @Override
  public byte[] hash() {
    return HexFormat.of().parseHex(hex);
  }
}
