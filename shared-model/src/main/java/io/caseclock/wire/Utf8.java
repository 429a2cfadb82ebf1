package io.caseclock.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Lets only UTF-8 through. Jackson alone guesses UTF-16 and UTF-32 from zero bytes, passes over a
 * byte order mark, and takes overlong forms and surrogates that are encoded on their own.
 */
final class Utf8 {

  private static final int CHUNK = 8192;

  /** Throws {@link UnreadableJsonException} with the line of the first wrong byte. */
  static void check(byte[] text) {
    if (text.length > 2
        && text[0] == (byte) 0xEF
        && text[1] == (byte) 0xBB
        && text[2] == (byte) 0xBF) {
      throw new UnreadableJsonException("", 1, "the text must not begin with a byte order mark");
    }
    var isAscii = true;
    for (var at = 0; at < text.length; at++) {
      if (text[at] == 0) {
        throw wrong(text, at);
      }
      isAscii &= text[at] > 0;
    }
    if (!isAscii) {
      decode(text);
    }
  }

  private static void decode(byte[] text) {
    var in = ByteBuffer.wrap(text);
    var out = CharBuffer.allocate(Math.min(text.length, CHUNK));
    var decoder = decoder();
    var result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    if (result.isError()) {
      throw wrong(text, in.position());
    }
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static UnreadableJsonException wrong(byte[] text, int at) {
    var line = 1;
    for (var before = 0; before < at; before++) {
      if (text[before] == '\n') {
        line++;
      }
    }
    return new UnreadableJsonException("", line, "the text must be UTF-8");
  }

  private Utf8() {}
}
