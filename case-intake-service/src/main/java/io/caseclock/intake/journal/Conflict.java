package io.caseclock.intake.journal;

import java.time.Instant;

/**
 * An event id that came again with other content.
 *
 * @param seq rises in the order of discovery
 * @param keptHash hash of the content that holds
 * @param refusedHash hash of the content that was refused
 */
public record Conflict(
    long seq,
    String source,
    String id,
    String caseId,
    String unit,
    String keptHash,
    String refusedHash,
    Instant foundAt) {}
