/** Links to calendars, and the calendars themselves as RFC 5545 has them, over HTTP. */
@NullMarked
package io.caseclock.monitor.feed.rest;

import org.jspecify.annotations.NullMarked;
