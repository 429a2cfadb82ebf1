/**
 * Ways out of the house: what is queued in the business transaction is sent at least once, retried
 * with growing pauses up to a bound, and every attempt is on record.
 */
@NullMarked
package io.caseclock.notify.channel;

import org.jspecify.annotations.NullMarked;
