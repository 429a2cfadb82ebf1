/**
 * The journal of accepted events: what is told to CaseClock is checked whole, kept once and for
 * ever, and only then confirmed. {@link io.caseclock.intake.journal.AcceptEvents} is the one way
 * in; each event comes back as an {@link io.caseclock.intake.journal.Outcome}.
 */
@NullMarked
package io.caseclock.intake.journal;

import org.jspecify.annotations.NullMarked;
