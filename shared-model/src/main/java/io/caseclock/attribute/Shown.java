package io.caseclock.attribute;

/** Which characters a reader sees. */
final class Shown {

  /** What a reader puts where it could not read a character: two of them may be different ones. */
  static final int REPLACEMENT = 0xFFFD;

  private Shown() {}

  /** Whether it has a shape, a place of its own or the width of a usual space. */
  static boolean is(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ' || point == 0x3000;
      default -> !isBlankLetter(point);
    };
  }

  /** Whether it leaves a mark on the paper; a font of a site's own may have any of private use. */
  static boolean isMark(int point) {
    return Character.getType(point) == Character.PRIVATE_USE
        || (is(point) && Character.getType(point) != Character.SPACE_SEPARATOR);
  }

  /** Letters, marks and signs that a reader does not see: fillers, joiners, variation selectors. */
  private static boolean isBlankLetter(int point) {
    return point == 0x034F
        || point == 0x115F
        || point == 0x1160
        || (point >= 0x17B4 && point <= 0x17B5)
        || (point >= 0x180B && point <= 0x180F)
        || point == 0x2800
        || point == 0x3164
        || point == REPLACEMENT
        || (point >= 0xFE00 && point <= 0xFE0F)
        || point == 0xFFA0
        || (point >= 0xE0100 && point <= 0xE01EF);
  }
}
