package io.caseclock.notify.notice.evidence.file;

/** How large an image may be: without a bound, a few kilobytes could need gigabytes. */
final class ImageBounds {

  /** More than a phone camera makes. */
  private static final long MOST_POINTS = 50_000_000;

  /** Programs hold whole lines, so that a side has a bound of its own; panoramas have less. */
  private static final int LONGEST_SIDE = 20_000;

  static boolean hold(long width, long height) {
    return width > 0
        && height > 0
        && Math.max(width, height) <= LONGEST_SIDE
        && width * height <= MOST_POINTS;
  }

  private ImageBounds() {}
}
