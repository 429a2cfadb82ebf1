package io.caseclock.notify.notice.evidence.file;

/**
 * The structure of a JPEG file: segments, then scans, then an end behind which nothing comes. Where
 * several scans make the image, the decoder holds all of it outside the heap and goes through it
 * for each scan, so that there are bounds for both.
 */
final class JpegContent {

  private static final int MARKER = 0xFF;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final int TABLES_OF_CODES = 0xC4;
  private static final int EXTENSION = 0xC8;
  private static final int ARITHMETIC = 0xCC;
  private static final int FRAME_HEAD = 10;
  private static final int COMPONENT = 3;
  private static final int MOST_COMPONENTS = 4;

  /** Those of the usual progressive image are ten. */
  private static final int MOST_SCANS = 40;

  /** In bytes, two for each sample: 24 megapixels with half the colour each way. */
  private static final long LARGEST_HELD = 72_000_000;

  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int ALONE = 0x01;

  private final byte[] content;
  private int frame;
  private int frames;
  private int scans;

  private JpegContent(byte[] content) {
    this.content = content;
  }

  /**
   * Whether the image ends where the file does and is within bounds; zeros that fill it up count
   * for nothing.
   */
  static boolean endsAtItsEnd(byte[] content) {
    var jpeg = new JpegContent(content);
    var end = jpeg.end();
    for (var at = end; at >= 0 && at < content.length; at++) {
      if (content[at] != 0) {
        return false;
      }
    }
    return end > 0 && jpeg.isWithinBounds();
  }

  /** The place behind the end marker; -1 where there is none. */
  private int end() {
    var at = 0;
    while (at + 1 < content.length && unsigned(at) == MARKER) {
      var kind = unsigned(at + 1);
      if (kind == END) {
        return at + 2;
      }
      at = kind == MARKER ? at + 1 : behind(at, kind);
    }
    return -1;
  }

  private int behind(int at, int kind) {
    if (kind == START || kind == ALONE || isRestart(kind)) {
      return at + 2;
    }
    if (at + 3 >= content.length) {
      return content.length;
    }
    var next = at + 2 + Math.max(2, number(at + 2));
    note(at, kind);
    return kind == SCAN ? behindScan(next) : next;
  }

  private void note(int at, int kind) {
    if (kind == SCAN) {
      scans++;
    } else if (isFrame(kind)) {
      frames++;
      frame = at;
    }
  }

  private static boolean isFrame(int kind) {
    return kind >= FIRST_FRAME
        && kind <= LAST_FRAME
        && kind != TABLES_OF_CODES
        && kind != EXTENSION
        && kind != ARITHMETIC;
  }

  private boolean isWithinBounds() {
    if (frames != 1 || scans > MOST_SCANS || frame + FRAME_HEAD > content.length) {
      return false;
    }
    var components = unsigned(frame + 9);
    return components > 0
        && components <= MOST_COMPONENTS
        && frame + FRAME_HEAD + components * COMPONENT <= content.length
        && ImageBounds.hold(number(frame + 7), number(frame + 5))
        && (scans <= 1 || held(components) <= LARGEST_HELD);
  }

  /** What the decoder holds of the image while scans add to it. */
  private long held(int components) {
    var across = 1;
    var down = 1;
    long samples = 0;
    for (var i = 0; i < components; i++) {
      var factors = unsigned(frame + FRAME_HEAD + i * COMPONENT + 1);
      across = Math.max(across, factors >> 4);
      down = Math.max(down, factors & 0x0F);
      samples += (long) (factors >> 4) * (factors & 0x0F);
    }
    return 2 * samples * number(frame + 7) * number(frame + 5) / ((long) across * down);
  }

  private int number(int at) {
    return unsigned(at) << 8 | unsigned(at + 1);
  }

  /** Image data ends at a marker that is neither an escaped 0xFF nor a restart. */
  private int behindScan(int from) {
    var at = from;
    while (at + 1 < content.length) {
      var next = unsigned(at + 1);
      if (unsigned(at) == MARKER && next != 0 && next != MARKER && !isRestart(next)) {
        return at;
      }
      at++;
    }
    return content.length;
  }

  private static boolean isRestart(int kind) {
    return kind >= FIRST_RESTART && kind <= LAST_RESTART;
  }

  private int unsigned(int at) {
    return content[at] & 0xFF;
  }
}
