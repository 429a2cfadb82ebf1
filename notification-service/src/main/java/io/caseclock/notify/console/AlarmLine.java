package io.caseclock.notify.console;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table of warnings and breaches.
 *
 * @param distance how far off the due instant is, or how long ago it passed
 */
public record AlarmLine(
    String level,
    String severity,
    String kind,
    String kindName,
    String title,
    @Nullable String link,
    String unit,
    String caseId,
    String due,
    String distance,
    boolean isOver) {}
