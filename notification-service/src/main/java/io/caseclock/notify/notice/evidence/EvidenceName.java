package io.caseclock.notify.notice.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes the name of an uploaded file harmless: no path, no control or direction marks, and the
 * extension of its type.
 */
final class EvidenceName {

  private static final int LONGEST = 100;

  static String of(@Nullable String sent, EvidenceType type) {
    if (sent == null) {
      return "evidence." + type.extension();
    }
    var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    var plain = new StringBuilder();
    last.codePoints().filter(EvidenceName::isHarmless).forEach(plain::appendCodePoint);
    var name = cut(plain.toString().strip().replaceFirst("^\\.+", ""));
    if (name.isBlank()) {
      return "evidence." + type.extension();
    }
    return hasItsEnding(name, type) ? name : name + "." + type.extension();
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> "<>:\"|?*;%&'`$".indexOf(c) < 0;
    };
  }

  /** Keeps the end, where the ending stands. */
  private static String cut(String name) {
    var length = name.codePointCount(0, name.length());
    return length <= LONGEST ? name : name.substring(name.offsetByCodePoints(0, length - LONGEST));
  }

  private static boolean hasItsEnding(String name, EvidenceType type) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("." + type.extension())
        || (type == EvidenceType.JPEG && lower.endsWith(".jpeg"));
  }

  private EvidenceName() {}
}
