package io.caseclock.notify.notice.evidence.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The structure of a PNG file: chunks with their sums, the last of them the end. */
final class PngContent {

  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final int TYPE = 4;

  /** Whether every chunk is whole and the end chunk ends the file. */
  static boolean endsAtItsEnd(byte[] content) {
    var bytes = ByteBuffer.wrap(content);
    var at = SIGNATURE;
    while (at + AROUND <= content.length) {
      var length = bytes.getInt(at);
      if (length < 0 || length > content.length - at - AROUND) {
        return false;
      }
      if (!hasItsSum(content, at, length)) {
        return false;
      }
      var type = new String(content, at + TYPE, TYPE, StandardCharsets.ISO_8859_1);
      at += AROUND + length;
      if (type.equals("IEND")) {
        return at == content.length;
      }
    }
    return false;
  }

  private static boolean hasItsSum(byte[] content, int at, int length) {
    var sum = new CRC32();
    sum.update(content, at + TYPE, TYPE + length);
    return (int) sum.getValue() == ByteBuffer.wrap(content).getInt(at + TYPE + TYPE + length);
  }

  private PngContent() {}
}
