/**
 * The tree of units and the officers' posts, as each service keeps its own copy of the compacted
 * {@code directory} topic. A unit's path makes "this unit and all below it" one prefix match.
 */
@NullMarked
package io.caseclock.directory;

import org.jspecify.annotations.NullMarked;
