package io.caseclock.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null asks for all.
 *
 * @param root only accounts of this unit and those below it; null also those bound to no unit
 * @param from at or after
 * @param to before
 * @param officer id in the directory
 * @param account name of the account
 * @param caseId number of a case, in its normal form
 * @param operation a part of the operation, whatever its case
 * @param kind whether something was changed or only read
 * @param outcome whether the request was done or refused
 * @param before only older ones than the entry of this id
 * @param limit the most that are wanted
 */
public record AuditQuery(
    @Nullable String root,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String officer,
    @Nullable String account,
    @Nullable String caseId,
    @Nullable String operation,
    @Nullable AuditKind kind,
    @Nullable AuditOutcome outcome,
    long before,
    int limit) {

  /** The same question, for what is older than an entry. */
  public AuditQuery olderThan(long id, int most) {
    return new AuditQuery(
        root, from, to, officer, account, caseId, operation, kind, outcome, id, most);
  }
}
