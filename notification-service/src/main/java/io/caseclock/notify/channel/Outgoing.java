package io.caseclock.notify.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What leaves the house: identifiers, a level and a link; never a name, never a text of the case.
 *
 * @param id deterministic, so that a receiver can ignore a repetition
 * @param kind warning, breach or notice
 * @param level the severity: grave, serious or ordinary
 * @param path where the console shows it, such as {@code /notices/ID}
 */
public record Outgoing(
    String id,
    String kind,
    String unit,
    String caseId,
    String subject,
    @Nullable String deadlineId,
    @Nullable String noticeId,
    String level,
    @Nullable String stage,
    String path,
    Instant at) {}
