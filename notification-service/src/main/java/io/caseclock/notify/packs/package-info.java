/**
 * What the rule packs in force say about a rule's surroundings: each deadline is told in the zone
 * and by the calendar of its own pack.
 */
@NullMarked
package io.caseclock.notify.packs;

import org.jspecify.annotations.NullMarked;
