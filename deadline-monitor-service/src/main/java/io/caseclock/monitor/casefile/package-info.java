/**
 * The file of one case as people look at it: all its events with what became of each, its deadlines
 * as they are drawn on an axis of time, and what was found in it. Reads only.
 */
@NullMarked
package io.caseclock.monitor.casefile;

import org.jspecify.annotations.NullMarked;
