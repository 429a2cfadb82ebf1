package io.caseclock.notify.notice.document.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * Which glyph a font has for a character: its table {@code cmap}, asked in place. Formats 4 and 12
 * are read, which all fonts for Unicode have; a font with neither has no character.
 */
final class CharacterMap {

  private static final int MOST_SUBTABLES = 64;
  private static final int RECORD = 8;
  private static final int GROUP = 12;
  private static final int SEGMENTS = 4;
  private static final int GROUPS = 12;
  private static final int LAST_OF_BASIC_PLANE = 0xFFFF;

  private final ByteBuffer table;
  private final OptionalInt full;
  private final OptionalInt basic;

  /**
   * Looks up where the subtables are.
   *
   * @param table the whole table
   */
  CharacterMap(ByteBuffer table) throws IOException {
    this.table = table;
    try {
      this.full = subtable(GROUPS);
      this.basic = subtable(SEGMENTS);
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("the table of characters is cut off", e);
    }
  }

  /** 0 where it has none. */
  int glyph(int character) throws IOException {
    try {
      if (full.isPresent()) {
        return inGroups(full.getAsInt(), character);
      }
      return basic.isPresent() && character <= LAST_OF_BASIC_PLANE
          ? inSegments(basic.getAsInt(), character)
          : 0;
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("the table of characters is cut off", e);
    }
  }

  /** The first one for Unicode in that format. */
  private OptionalInt subtable(int format) {
    var count = Math.min(MOST_SUBTABLES, unsigned(2));
    for (var at = 4; at < 4 + count * RECORD; at += RECORD) {
      var offset = table.getInt(at + 4);
      if (isUnicode(unsigned(at), unsigned(at + 2)) && unsigned(offset) == format) {
        return OptionalInt.of(offset);
      }
    }
    return OptionalInt.empty();
  }

  /** Platform 0 is Unicode; of platform 3, encodings 1 and 10 are. */
  private static boolean isUnicode(int platform, int encoding) {
    return platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
  }

  private int inGroups(int at, int character) {
    var low = 0;
    var high = table.getInt(at + 12) - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var group = at + 16 + middle * GROUP;
      var first = table.getInt(group);
      if (character < first) {
        high = middle - 1;
      } else if (character > table.getInt(group + 4)) {
        low = middle + 1;
      } else {
        return table.getInt(group + 8) + character - first;
      }
    }
    return 0;
  }

  private int inSegments(int at, int character) {
    var twice = unsigned(at + 6);
    var ends = at + 14;
    for (var segment = 0; segment < twice; segment += 2) {
      if (unsigned(ends + segment) >= character) {
        return inSegment(ends + segment + 2 + twice, twice, character);
      }
    }
    return 0;
  }

  /**
   * Reads the segment itself: its first character, what is added, and where its glyphs stand.
   *
   * @param start where the first character of the segment stands
   */
  private int inSegment(int start, int twice, int character) {
    var first = unsigned(start);
    if (character < first) {
      return 0;
    }
    var added = unsigned(start + twice);
    var place = start + 2 * twice;
    var offset = unsigned(place);
    if (offset == 0) {
      return (character + added) & 0xFFFF;
    }
    var glyph = unsigned(place + offset + 2 * (character - first));
    return glyph == 0 ? 0 : (glyph + added) & 0xFFFF;
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(table.getShort(at));
  }
}
