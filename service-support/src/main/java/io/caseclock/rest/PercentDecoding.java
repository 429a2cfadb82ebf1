package io.caseclock.rest;

import io.caseclock.contract.StorableText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes percent-encoded text as strictly as a body is read. */
public final class PercentDecoding {

  private static final int REPLACEMENT = 0xFFFD;

  /** The text; empty where it is no printable UTF-8. */
  public static Optional<String> decoded(String raw) {
    return text(raw).filter(text -> text.codePoints().noneMatch(PercentDecoding::isRefused));
  }

  /** The text of a field of a form, which may have lines; empty where it cannot be stored. */
  static Optional<String> ofForm(String raw) {
    return text(raw.replace("+", "%20")).filter(StorableText::is);
  }

  private static Optional<String> text(String raw) {
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
    return utf8(bytes.flip());
  }

  private static Optional<String> utf8(ByteBuffer bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
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
