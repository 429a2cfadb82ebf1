package io.caseclock.monitor.feed;

import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;

/**
 * An open deadline of a calendar.
 *
 * @param changedAt when it last became another
 */
public record FeedEntry(StoredDeadline deadline, Instant changedAt) {}
