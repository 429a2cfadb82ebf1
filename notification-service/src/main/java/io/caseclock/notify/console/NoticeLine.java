package io.caseclock.notify.console;

import org.jspecify.annotations.Nullable;

/** A notice as the pages show it. */
public record NoticeLine(
    String id,
    String number,
    int version,
    String state,
    String stateColour,
    String kind,
    String level,
    String severity,
    String title,
    String unit,
    String officer,
    String caseId,
    @Nullable String due,
    String issued) {}
