package io.caseclock.monitor.feed.rest;

/**
 * Lines of at most 75 octets of UTF-8, continued by a line that begins with a blank, as RFC 5545
 * 3.1 asks. The library counts characters, of which a Chinese one has three octets.
 */
final class OctetFolding {

  private static final int MOST = 75;
  private static final String END = "\r\n";

  /** The same text with its lines folded; no character is taken apart. */
  static String folded(String text) {
    var out = new StringBuilder(text.length() + text.length() / 50);
    for (var line : text.split(END, -1)) {
      fold(line, out);
      out.append(END);
    }
    out.setLength(out.length() - END.length());
    return out.toString();
  }

  private static void fold(String line, StringBuilder out) {
    var octets = 0;
    for (var i = 0; i < line.length(); ) {
      var sign = line.codePointAt(i);
      var width = width(sign);
      if (octets + width > MOST) {
        out.append(END).append(' ');
        octets = 1;
      }
      out.appendCodePoint(sign);
      octets += width;
      i += Character.charCount(sign);
    }
  }

  /** How many octets UTF-8 needs. */
  private static int width(int sign) {
    if (sign < 0x80) {
      return 1;
    }
    return sign < 0x800 ? 2 : sign < 0x10000 ? 3 : 4;
  }

  private OctetFolding() {}
}
