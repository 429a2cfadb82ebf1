package io.caseclock.notify.console.casepage;

import java.util.ArrayList;
import java.util.List;

/** Texts in a drawing, where nothing wraps by itself. */
final class LabelText {

  /**
   * A text in lines of a width, the last of them shortened where it does not fit.
   *
   * @param width in characters of Chinese; a letter or digit takes half of that
   * @param most how many lines there may be
   */
  static List<String> lines(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    var rest = text.strip();
    while (!rest.isEmpty() && lines.size() < most) {
      var cut = fitting(rest, width);
      if (cut < rest.length() && lines.size() == most - 1) {
        lines.add(rest.substring(0, fitting(rest, width - 1)).strip() + "…");
        return lines;
      }
      lines.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    return lines;
  }

  /** How many characters of it fit; between words where there are such. */
  private static int fitting(String text, int width) {
    var room = 2 * width;
    var cut = 0;
    var lastGap = 0;
    while (cut < text.length()) {
      var point = text.codePointAt(cut);
      room -= point < 0x2E80 ? 1 : 2;
      if (room < 0) {
        var isWithinWord = point < 0x2E80 && !Character.isWhitespace(point);
        return isWithinWord && lastGap > 0 ? lastGap : Math.max(1, cut);
      }
      cut += Character.charCount(point);
      if (Character.isWhitespace(point) || point >= 0x2E80) {
        lastGap = cut;
      }
    }
    return cut;
  }

  private LabelText() {}
}
