/**
 * Takes events in: each is checked whole, every fault is found, and what is sound goes to the
 * {@link io.caseclock.intake.journal.Journal}. {@link io.caseclock.intake.accept.AcceptEvents} is
 * the one way in, {@link io.caseclock.intake.accept.EventCheck} says what is looked at in which
 * order.
 */
@NullMarked
package io.caseclock.intake.accept;

import org.jspecify.annotations.NullMarked;
