package io.caseclock.notify.notice.evidence.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PNG file: chunks with their sums, the last of them the end, and the lines of the image in full.
 * The lines are inflated through one small buffer, whatever the image measures; texts and profiles
 * are not opened.
 */
final class PngContent {

  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final int TYPE = 4;
  private static final int HEADER = 13;
  private static final int BUFFER = 65_536;

  private final byte[] content;
  private final ByteBuffer bytes;
  private final List<Chunk> data = new ArrayList<>();
  private boolean hasPalette;

  private PngContent(byte[] content) {
    this.content = content;
    this.bytes = ByteBuffer.wrap(content);
  }

  /** Where the body of a chunk stands. */
  private record Chunk(int at, int length) {}

  /** Whether every chunk is whole, the end chunk ends the file, and no line of it is missing. */
  static boolean isWhole(byte[] content) {
    return new PngContent(content).isWhole();
  }

  private boolean isWhole() {
    if (!readChunks() || bytes.getInt(SIGNATURE) != HEADER || !isChunk(SIGNATURE, "IHDR")) {
      return false;
    }
    return PngLines.of(bytes.slice(SIGNATURE + TYPE + TYPE, HEADER))
        .filter(lines -> hasPalette || !lines.needsPalette())
        .filter(this::hasLines)
        .isPresent();
  }

  private boolean readChunks() {
    var at = SIGNATURE;
    while (at + AROUND <= content.length) {
      var length = bytes.getInt(at);
      if (length < 0 || length > content.length - at - AROUND || !hasItsSum(at, length)) {
        return false;
      }
      if (isChunk(at, "IDAT")) {
        data.add(new Chunk(at + TYPE + TYPE, length));
      }
      hasPalette |= isChunk(at, "PLTE");
      var isEnd = isChunk(at, "IEND");
      at += AROUND + length;
      if (isEnd) {
        return at == content.length;
      }
    }
    return false;
  }

  private boolean isChunk(int at, String type) {
    return new String(content, at + TYPE, TYPE, StandardCharsets.ISO_8859_1).equals(type);
  }

  private boolean hasItsSum(int at, int length) {
    var sum = new CRC32();
    sum.update(content, at + TYPE, TYPE + length);
    return (int) sum.getValue() == bytes.getInt(at + TYPE + TYPE + length);
  }

  /** Stops where there is more than there should be. */
  private boolean hasLines(PngLines lines) {
    var inflater = new Inflater();
    try {
      var buffer = new byte[BUFFER];
      for (var chunk : data) {
        inflater.setInput(content, chunk.at, chunk.length);
        for (var count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
          if (!lines.take(buffer, count)) {
            return false;
          }
        }
      }
      return inflater.finished() && lines.areAll();
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }
}
