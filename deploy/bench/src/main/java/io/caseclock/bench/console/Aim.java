package io.caseclock.bench.console;

/** What kind of request it is, and how long 95 in 100 of them may take. */
enum Aim {
  PAGE(300),
  /** Another filter of a list. */
  FILTER(500),
  SEARCH(200);

  /** Of a page with all that it refers to, as a browser that was never here loads it. */
  static final long FIRST_PAGE_BYTES = 600_000;

  private final double millis;

  Aim(double millis) {
    this.millis = millis;
  }

  double millis() {
    return millis;
  }
}
