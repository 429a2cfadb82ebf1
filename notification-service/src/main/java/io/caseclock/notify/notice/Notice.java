package io.caseclock.notify.notice;

import io.caseclock.contract.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rectification notice: 整改通知书.
 *
 * @param number the full number as printed
 * @param officer who has to answer it; null where any officer of the unit may
 * @param deadlineId null where a finding led to it
 * @param dueAt when the breached deadline was due
 * @param version the number of steps taken so far
 */
public record Notice(
    String id,
    NoticeNumber serial,
    String number,
    @Nullable String officer,
    String caseId,
    String subject,
    String element,
    String rule,
    Names names,
    String severity,
    @Nullable String deadlineId,
    @Nullable Integer revision,
    @Nullable Instant dueAt,
    Instant issuedAt,
    NoticeState state,
    int version) {

  public String unit() {
    return serial.unit();
  }

  /** The notice after one more step. */
  public Notice in(NoticeState next) {
    return new Notice(
        id,
        serial,
        number,
        officer,
        caseId,
        subject,
        element,
        rule,
        names,
        severity,
        deadlineId,
        revision,
        dueAt,
        issuedAt,
        next,
        version + 1);
  }

  /** Leaves out the names, which hold free text where a finding led to it. */
  @Override
  public String toString() {
    return "Notice[" + id + " " + number + " " + state.wire() + "]";
  }
}
