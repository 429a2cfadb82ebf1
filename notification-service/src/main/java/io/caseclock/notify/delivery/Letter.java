package io.caseclock.notify.delivery;

import io.caseclock.contract.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told, before it is known to whom. It holds no case content beyond identifiers.
 *
 * @param id deterministic: telling the same thing again gives the same id
 * @param unit the unit it concerns
 * @param stage the deadline's stage where it is a warning or a breach
 */
public record Letter(
    String id,
    MessageKind kind,
    String unit,
    @Nullable String deadlineId,
    @Nullable String noticeId,
    String caseId,
    String subject,
    Names title,
    Names text,
    String severity,
    @Nullable String stage,
    @Nullable Instant dueAt) {}
