/**
 * Makes what all services share from their settings: the clock, the consumers, the outbox's relay,
 * and what is taken over HTTP at once.
 */
@NullMarked
package io.caseclock.wiring;

import org.jspecify.annotations.NullMarked;
