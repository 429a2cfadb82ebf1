package io.caseclock.wire;

/**
 * How large a JSON text may be in each direction.
 *
 * @param depth levels of objects and arrays
 * @param text characters of one text
 * @param name characters of one member's name
 * @param number characters of one number
 * @param tokens names, values, brackets and braces together
 * @param exactNumbers whether a number that a double or a long does not keep whole is refused
 */
record JsonLimits(int depth, int text, int name, int number, int tokens, boolean exactNumbers) {

  /** What people and machines outside may send. */
  static final JsonLimits OUTSIDE = new JsonLimits(64, 4_000_000, 256, 40, 1_000_000, true);

  /**
   * What a service of ours wrote before: to Kafka, or to its own database, which writes a number
   * without an exponent.
   */
  static final JsonLimits INSIDE = new JsonLimits(128, 16_000_000, 10_000, 1_000, 4_000_000, false);
}
