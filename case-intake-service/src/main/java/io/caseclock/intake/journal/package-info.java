/**
 * The journal of accepted events: kept once and for ever, together with what others shall learn of
 * them, and read by those in whose subtree they lie. Each event that is to be kept comes back as an
 * {@link io.caseclock.intake.journal.Outcome}.
 */
@NullMarked
package io.caseclock.intake.journal;

import org.jspecify.annotations.NullMarked;
