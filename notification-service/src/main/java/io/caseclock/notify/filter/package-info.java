/**
 * Filters of deadlines that somebody has saved under a name of their own: at most fifty each, seen
 * and changed by nobody else. A filter holds known parameters alone.
 */
@NullMarked
package io.caseclock.notify.filter;

import org.jspecify.annotations.NullMarked;
