package io.caseclock.monitor.feed.rest;

import java.net.URI;

/** Where people reach the console; the pages that calendars lead to begin with it. */
public record FeedConsole(URI uri) {}
