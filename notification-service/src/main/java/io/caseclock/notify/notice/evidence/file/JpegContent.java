package io.caseclock.notify.notice.evidence.file;

/** The structure of a JPEG file: segments, then scans, then an end behind which nothing comes. */
final class JpegContent {

  private static final int MARKER = 0xFF;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int ALONE = 0x01;

  private final byte[] content;

  private JpegContent(byte[] content) {
    this.content = content;
  }

  /** Whether the image ends where the file does; zeros that fill it up count for nothing. */
  static boolean endsAtItsEnd(byte[] content) {
    var end = new JpegContent(content).end();
    for (var at = end; at >= 0 && at < content.length; at++) {
      if (content[at] != 0) {
        return false;
      }
    }
    return end > 0;
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
    var length = unsigned(at + 2) << 8 | unsigned(at + 3);
    var next = at + 2 + Math.max(2, length);
    return kind == SCAN ? behindScan(next) : next;
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
