package io.caseclock.intake.accept.rest;

import io.caseclock.attribute.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The value of a {@code ce-} header as the HTTP binding of CloudEvents writes it (3.1.3.2): first
 * whatever stands in double quotes is unquoted, then percent sequences are bytes of UTF-8. The HTTP
 * server hands over each byte as one character.
 */
final class HeaderText {

  private static final char QUOTE = '"';
  private static final char BACKSLASH = '\\';
  private static final char PERCENT = '%';

  private HeaderText() {}

  /** The attribute's text, or why the header is none. */
  static Reading<String> read(String header) {
    if (header.chars().anyMatch(unit -> unit < ' ' || unit > '~')) {
      return Reading.refused(
          "holds a byte outside of U+0020 to U+007E; write it as UTF-8, percent-encoded");
    }
    return switch (unquoted(header)) {
      case Reading.Refused<String> refused -> refused;
      case Reading.Sound<String>(var text) -> decoded(text);
    };
  }

  private static Reading<String> unquoted(String header) {
    if (header.indexOf(QUOTE) < 0) {
      return Reading.sound(header);
    }
    var last = header.length() - 1;
    if (header.charAt(0) != QUOTE || last == 0 || header.charAt(last) != QUOTE) {
      return notQuoted();
    }
    var text = new StringBuilder();
    for (var i = 1; i < last; i++) {
      var unit = header.charAt(i);
      if (unit == BACKSLASH) {
        i++;
      } else if (unit == QUOTE) {
        return notQuoted();
      }
      if (i == last) {
        return notQuoted();
      }
      text.append(header.charAt(i));
    }
    return Reading.sound(text.toString());
  }

  private static Reading<String> notQuoted() {
    return Reading.refused("has double quotes that do not enclose all of it");
  }

  private static Reading<String> decoded(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (var i = 0; i < text.length(); i++) {
      var unit = text.charAt(i);
      if (unit != PERCENT) {
        bytes.write(unit);
      } else if (isEscape(text, i)) {
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        return Reading.refused("has a % that two hexadecimal digits do not follow; it is %25");
      }
    }
    try {
      var utf8 = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return Reading.sound(utf8.toString());
    } catch (CharacterCodingException e) {
      return Reading.refused("has percent sequences that are no UTF-8");
    }
  }

  private static boolean isEscape(String text, int percent) {
    return percent + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(percent + 1))
        && HexFormat.isHexDigit(text.charAt(percent + 2));
  }
}
