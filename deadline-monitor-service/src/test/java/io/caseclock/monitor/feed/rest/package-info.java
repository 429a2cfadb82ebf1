/** What calendar programs read. */
@org.jspecify.annotations.NullMarked
package io.caseclock.monitor.feed.rest;
