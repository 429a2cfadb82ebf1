/**
 * Where "now" comes from: one {@link java.time.InstantSource} for a whole service. In the local
 * stack it can be moved; under the {@code prod} profile it cannot.
 */
@NullMarked
package io.caseclock.time;

import org.jspecify.annotations.NullMarked;
