package io.caseclock.bench.scale;

import java.util.List;

/**
 * How one station fared.
 *
 * @param in how much came
 * @param out how much it did
 * @param left how much still waited at the end
 * @param latest how many seconds after it came, or was due, the last was done
 * @param stretches in which something waited, in their order
 */
record Course(
    String name, double in, double out, double left, int latest, List<Stretch> stretches) {

  Course {
    stretches = List.copyOf(stretches);
  }
}
