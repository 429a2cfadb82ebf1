package io.caseclock.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an officer is not on duty.
 *
 * @param from inclusive
 * @param until exclusive
 * @param substitute who stands in; null where nobody is named. May be away, too
 */
public record Absence(String officer, Instant from, Instant until, @Nullable String substitute) {}
