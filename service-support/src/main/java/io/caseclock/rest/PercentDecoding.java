package io.caseclock.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes percent-encoded text as strictly as a body is read. */
final class PercentDecoding {

  private static final int REPLACEMENT = 0xFFFD;

  /** The text; empty where it is no printable UTF-8. */
  static Optional<String> decoded(String raw) {
    var bytes = ByteBuffer.allocate(raw.length());
    for (var at = 0; at < raw.length(); at++) {
      var unit = raw.charAt(at);
      if (unit == '%') {
        if (at + 2 >= raw.length()) {
          return Optional.empty();
        }
        var high = Character.digit(raw.charAt(at + 1), 16);
        var low = Character.digit(raw.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.put((byte) (high * 16 + low));
        at += 2;
      } else if (unit < 0x21 || unit > 0x7E) {
        return Optional.empty();
      } else {
        bytes.put((byte) unit);
      }
    }
    return printable(bytes.flip());
  }

  private static Optional<String> printable(ByteBuffer bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.codePoints().anyMatch(PercentDecoding::isRefused)
          ? Optional.empty()
          : Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A replacement character is what a broken decoder left behind, somewhere before us. */
  private static boolean isRefused(int codePoint) {
    return Character.getType(codePoint) == Character.CONTROL || codePoint == REPLACEMENT;
  }

  private PercentDecoding() {}
}
