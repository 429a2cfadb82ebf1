/**
 * Keeps watch over cases: whenever an event arrives, the whole case is evaluated again and compared
 * with what is stored; only the differences are written and told. Repeated and reordered deliveries
 * therefore change nothing.
 */
@NullMarked
package io.caseclock.monitor.watch;

import org.jspecify.annotations.NullMarked;
