package io.caseclock.bench.scale;

/**
 * What came in the same second and is of one kind.
 *
 * @param since the second in which it came in at the door, or was due
 */
record Lot(Kind kind, int since, double amount) {

  Lot of(double other) {
    return new Lot(kind, since, other);
  }
}
