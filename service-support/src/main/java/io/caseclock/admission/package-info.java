/**
 * What one caller may ask of a service at once: bytes, places and events a second. Plain sums; the
 * doors say no.
 */
@NullMarked
package io.caseclock.admission;

import org.jspecify.annotations.NullMarked;
