/**
 * From the acceptance of an event to its deadline: how long it takes at a steady rate, at which
 * rate the monitor still keeps up, and how fast it goes through what has piled up.
 */
@NullMarked
package io.caseclock.bench.events;

import org.jspecify.annotations.NullMarked;
