/**
 * What happened in a case, in the order in which it happened: events, the spans between them, and
 * what was stated.
 */
@NullMarked
package io.caseclock.monitor.timeline;

import org.jspecify.annotations.NullMarked;
