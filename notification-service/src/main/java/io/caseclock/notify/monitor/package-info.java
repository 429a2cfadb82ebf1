/**
 * The monitor as this service asks it: with the caller's own token, bounded in time and size, and
 * without ever failing: what cannot be had is an answer, too.
 */
@NullMarked
package io.caseclock.notify.monitor;

import org.jspecify.annotations.NullMarked;
