package io.caseclock.notify.console;

/**
 * A task as the pages show it.
 *
 * @param due empty while its period does not run
 * @param distance how far off the due instant is, or how long ago it passed; empty where it ended
 */
public record TaskLine(
    String id,
    String kind,
    String state,
    String stateColour,
    String unit,
    String caseId,
    String subject,
    String due,
    String distance,
    boolean isLate,
    int version) {}
