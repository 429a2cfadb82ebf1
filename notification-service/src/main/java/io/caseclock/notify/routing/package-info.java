/**
 * Who is told of what, and why: the policy of the pack, what a unit has changed of it, and the
 * directory as of that day.
 */
@NullMarked
package io.caseclock.notify.routing;

import org.jspecify.annotations.NullMarked;
