/** Secret links to a calendar of one's own deadlines, and the calendar itself. */
@NullMarked
package io.caseclock.notify.console.feed;

import org.jspecify.annotations.NullMarked;
