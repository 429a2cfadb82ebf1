package io.caseclock.notify.notice;

/**
 * The number that people quote: one sequence per unit and year, without gaps.
 *
 * @param serial from 1
 */
public record NoticeNumber(String unit, int year, int serial) {

  public NoticeNumber {
    if (serial < 1) {
      throw new IllegalArgumentException("a serial number starts at 1, not " + serial);
    }
  }

  /** Fills {@code {unit}}, {@code {unitName}}, {@code {year}} and {@code {number}} in a pattern. */
  public String text(String pattern, String unitName) {
    return pattern
        .replace("{unitName}", unitName)
        .replace("{unit}", unit)
        .replace("{year}", Integer.toString(year))
        .replace("{number}", Integer.toString(serial));
  }
}
