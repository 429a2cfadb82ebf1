package io.caseclock.notify.console;

import org.jspecify.annotations.Nullable;

/**
 * A letter of a message.
 *
 * @param why in words, why just this person is told
 * @param link what it is about
 * @param linkText how that is called
 * @param superseded why it no longer holds; empty while it does
 * @param mayBeJudged whether the visitor is asked whether it was right
 * @param verdict what the visitor said of it; empty where nothing
 */
public record LetterLine(
    String id,
    String kind,
    String kindName,
    String level,
    String severity,
    String title,
    String text,
    String why,
    String unit,
    String caseId,
    String due,
    String distance,
    boolean isOver,
    @Nullable String link,
    String linkText,
    String superseded,
    String supersededAt,
    boolean mayBeJudged,
    String verdict) {}
