/**
 * What a supervisor counts: deadlines by unit, rule, list, element, officer and time, as known
 * today and as known when a period ended. Roll-ups are kept beside the deadlines and can be
 * rebuilt.
 */
@NullMarked
package io.caseclock.monitor.statistics;

import org.jspecify.annotations.NullMarked;
