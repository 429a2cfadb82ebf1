package io.caseclock.notify.feedback;

import java.time.ZoneId;

/**
 * What the statistics need to know.
 *
 * @param zone in which days begin and end
 */
public record AccuracySettings(ZoneId zone) {}
