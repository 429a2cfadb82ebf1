package io.caseclock.local.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, byte for byte and one at a time. A line feed ends a line. Of a line beyond
 * the bound nothing is kept, so that a file of any size and shape takes the same memory.
 */
final class FileLines implements AutoCloseable {

  /** The longest line that is kept, which is the largest event that intake takes. */
  static final int LONGEST = 256 * 1024;

  private static final int BUFFER = 64 * 1024;

  /**
   * One line.
   *
   * @param number from 1
   * @param bytes without the line feed; empty where the line is too long
   * @param isEnded whether a line feed follows; the last line may have none
   */
  record Line(long number, byte[] bytes, boolean isTooLong, boolean isEnded) {}

  private final InputStream in;
  private final int unit;
  private final boolean isLittle;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long number;

  private FileLines(InputStream in, TextEncoding encoding) {
    this.in = in;
    this.unit = encoding.unit();
    this.isLittle = encoding.order() == ByteOrder.LITTLE_ENDIAN;
  }

  /** Opens a file, behind its byte order mark where it has one. */
  static FileLines of(Path file, TextEncoding encoding) {
    try {
      var in = Files.newInputStream(file);
      var lines = new FileLines(in, encoding);
      lines.fill();
      var mark = encoding.mark().length;
      var start = java.util.Arrays.copyOf(lines.buffer, Math.min(lines.end, mark));
      lines.at = encoding.isMarked(start) ? mark : 0;
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Returns the next line; null behind the last. */
  @Nullable Line next() {
    var kept = new ByteArrayOutputStream();
    var size = 0L;
    var isEnded = false;
    try {
      while (!isEnded && (at < end || fill())) {
        var from = at;
        isEnded = goBehindLineFeed();
        var length = at - from - (isEnded ? unit : 0);
        size += length;
        if (size <= (long) LONGEST * unit) {
          kept.write(buffer, from, length);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    if (size == 0 && !isEnded) {
      return null;
    }
    var isTooLong = size > (long) LONGEST * unit;
    return new Line(++number, isTooLong ? new byte[0] : kept.toByteArray(), isTooLong, isEnded);
  }

  /** Goes on behind the next line feed of the buffer, or to its end; says whether there was one. */
  private boolean goBehindLineFeed() {
    while (at + unit <= end) {
      var isFeed = isLineFeed();
      at += unit;
      if (isFeed) {
        return true;
      }
    }
    at = end; // half of a unit at the end of the file
    return false;
  }

  private boolean isLineFeed() {
    if (unit == 1) {
      return buffer[at] == '\n';
    }
    var low = isLittle ? buffer[at] : buffer[at + 1];
    var high = isLittle ? buffer[at + 1] : buffer[at];
    return low == '\n' && high == 0;
  }

  /** Fills whole units, so that none is cut between two fillings. */
  private boolean fill() throws IOException {
    at = 0;
    end = in.readNBytes(buffer, 0, BUFFER);
    return end > 0;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
