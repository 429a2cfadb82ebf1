/**
 * The heart: what is due when, as a pure function of rules, calendar, a case's events and now. No
 * framework, no I/O, no clock of its own. The result depends on the set of events, never on the
 * order of their arrival. Read {@link io.caseclock.monitor.deadline.Engine} first.
 */
@NullMarked
package io.caseclock.monitor.deadline;

import org.jspecify.annotations.NullMarked;
