/**
 * Goes through everything that is open: what a new pack or calendar does to it, shown before it is
 * put in force and done in one audited batch after it; and whether what is kept is still what the
 * events give. Closed deadlines never move.
 */
@NullMarked
package io.caseclock.monitor.revision;

import org.jspecify.annotations.NullMarked;
