/** Whose deadlines a link shows, and to whom it opens nothing any more. */
@org.jspecify.annotations.NullMarked
package io.caseclock.monitor.feed;
