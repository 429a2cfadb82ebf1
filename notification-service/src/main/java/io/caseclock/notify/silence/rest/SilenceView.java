package io.caseclock.notify.silence.rest;

import io.caseclock.contract.Words;
import io.caseclock.notify.silence.Silence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A silence as the API shows it. */
public record SilenceView(
    String id,
    String unit,
    @Nullable String kind,
    @Nullable String severity,
    @Nullable String list,
    @Nullable String rule,
    @Nullable String caseId,
    String reason,
    String author,
    Instant createdAt,
    Instant from,
    Instant until,
    String standing,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Instant endedAt) {

  static SilenceView of(Silence silence, Instant now) {
    var covers = silence.covers();
    return new SilenceView(
        silence.id(),
        silence.unit(),
        covers.kind(),
        covers.severity(),
        covers.list(),
        covers.rule(),
        covers.caseId(),
        silence.reason(),
        silence.author(),
        silence.createdAt(),
        silence.from(),
        silence.until(),
        Words.of(silence.standing(now)),
        silence.approvedBy(),
        silence.approvedAt(),
        silence.endedAt());
  }
}
