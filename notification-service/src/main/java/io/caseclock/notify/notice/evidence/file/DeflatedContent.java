package io.caseclock.notify.notice.evidence.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.zip.InflaterInputStream;

/**
 * Inflates the compressed parts of a file, also those that are compressed several times, and checks
 * what comes out piece by piece, since a few kilobytes can inflate to gigabytes.
 */
final class DeflatedContent {

  /** The most bytes that one file may inflate to; more than a page scanned in colour needs. */
  private static final long MOST = 256L * 1024 * 1024;

  /**
   * The most bytes of a single part, since the parser may hold any of them whole in the heap: ten
   * megapixels in colour that are not packed as JPEG.
   */
  private static final long MOST_OF_ONE = 32L * 1024 * 1024;

  private static final int DEEPEST = 4;
  private static final int PIECE = 65_536;

  /** Longer than any forbidden word and address, so that none is missed between two pieces. */
  private static final int OVERLAP = 1_024;

  private final Predicate<String> harmless;
  private long inflated;

  DeflatedContent(Predicate<String> harmless) {
    this.harmless = harmless;
  }

  /** Whether what begins there is harmless and, with all before it, within the bound. */
  boolean isHarmless(byte[] content, int from) {
    var isDeflated = isDeflated(content, from, content.length);
    for (var depth = 1; isDeflated; depth++) {
      var first = new byte[2];
      if (depth > DEEPEST || !isHarmless(unpacked(content, from, depth), first)) {
        return false;
      }
      isDeflated = isDeflated(first, 0, first.length);
    }
    return true;
  }

  private static InputStream unpacked(byte[] content, int from, int times) {
    InputStream packed = new ByteArrayInputStream(content, from, content.length - from);
    for (var time = 0; time < times; time++) {
      packed = new InflaterInputStream(packed);
    }
    return packed;
  }

  /** Inflates as far as possible, as PDF readers do with a damaged stream. */
  private boolean isHarmless(InputStream unpacked, byte[] first) {
    var piece = new byte[PIECE];
    var kept = "";
    var ofThis = 0L;
    try (unpacked) {
      for (var count = unpacked.read(piece); count >= 0; count = unpacked.read(piece)) {
        if (kept.isEmpty()) {
          System.arraycopy(piece, 0, first, 0, Math.min(first.length, count));
        }
        inflated += count;
        ofThis += count;
        var text = kept + new String(piece, 0, count, StandardCharsets.ISO_8859_1);
        if (inflated > MOST || ofThis > MOST_OF_ONE || !harmless.test(text)) {
          return false;
        }
        kept = text.substring(Math.max(0, text.length() - OVERLAP));
      }
      return true;
    } catch (IOException e) {
      return true;
    }
  }

  /** The two bytes with which deflated data begins. */
  private static boolean isDeflated(byte[] content, int at, int end) {
    if (at + 1 >= end) {
      return false;
    }
    var method = content[at] & 0xFF;
    var flags = content[at + 1] & 0xFF;
    return (method & 0x0F) == 8 && (method << 8 | flags) % 31 == 0;
  }
}
