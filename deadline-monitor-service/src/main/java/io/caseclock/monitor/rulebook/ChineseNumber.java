package io.caseclock.monitor.rulebook;

/** Numbers as statutes write those of their articles. */
final class ChineseNumber {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] UNITS = {"", "十", "百", "千"};
  private static final int MOST = 9_999;

  private ChineseNumber() {}

  /**
   * Such as 一百五十六, 一十 being written 十.
   *
   * @param number from 1 to 9,999
   */
  static String of(int number) {
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException("no number of an article: " + number);
    }
    var text = new StringBuilder();
    var digits = String.valueOf(number);
    for (var i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(i) - '0';
      if (digit != 0) {
        text.append(DIGITS.charAt(digit)).append(UNITS[digits.length() - 1 - i]);
      } else if (i + 1 < digits.length() && digits.charAt(i + 1) != '0') {
        text.append(DIGITS.charAt(0));
      }
    }
    return text.indexOf("一十") == 0 ? text.substring(1) : text.toString();
  }
}
