/**
 * What a new pack or calendar does to what is open: shown before it is put in force, done in one
 * audited batch after it. Closed deadlines never move.
 */
@NullMarked
package io.caseclock.monitor.revision;

import org.jspecify.annotations.NullMarked;
