/**
 * The tree of units and the officers' posts, as each service keeps its own copy of the compacted
 * {@code directory} topic. Posts and absences are a history: who is told of a fact follows from the
 * directory as of that day. A unit's path makes "this unit and all below it" one prefix match.
 */
@NullMarked
package io.caseclock.directory;

import org.jspecify.annotations.NullMarked;
