/**
 * A calendar of one's own open deadlines, read by a secret link. A link is worth what its officer
 * is worth at that moment: without a post it opens nothing.
 */
@NullMarked
package io.caseclock.monitor.feed;

import org.jspecify.annotations.NullMarked;
