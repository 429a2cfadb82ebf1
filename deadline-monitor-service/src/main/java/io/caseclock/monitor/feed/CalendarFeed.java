package io.caseclock.monitor.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that somebody made, without its secret.
 *
 * @param officer whose deadlines it shows
 * @param name what they call it, such as the phone that reads it
 * @param readAt when it was last read, to the minute; null for never
 */
public record CalendarFeed(
    UUID id,
    String officer,
    String name,
    FeedLanguage language,
    Instant madeAt,
    @Nullable Instant readAt) {}
