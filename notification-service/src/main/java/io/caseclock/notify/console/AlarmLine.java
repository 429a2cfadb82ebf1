package io.caseclock.notify.console;

import org.jspecify.annotations.Nullable;

/** A line of the table of warnings and breaches. */
public record AlarmLine(
    String level,
    String levelColour,
    String kind,
    String kindColour,
    String title,
    @Nullable String link,
    String unit,
    String caseId,
    String due) {}
