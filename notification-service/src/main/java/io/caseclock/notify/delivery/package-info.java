/**
 * What goes out by the channels: a delivery is queued in the business transaction, sent at least
 * once, retried with growing pauses up to a bound, moved to the next channel where its own fails,
 * and every attempt is on record. Each channel has a queue and a circuit of its own.
 */
@NullMarked
package io.caseclock.notify.delivery;

import org.jspecify.annotations.NullMarked;
