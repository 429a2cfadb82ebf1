package io.caseclock.audit.rest;

import io.caseclock.audit.StoredEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param account absent where somebody tried to sign in under a name that no account has
 * @param officer id in the directory; absent for machines
 * @param unit whose subtree the account sees; absent where it is bound to none
 * @param operation method and path template
 * @param ids what the variables of the path named, and the parameters that name one thing or a
 *     unit; {@code shown} is {@code nothing} where a list that was asked for one thing was empty
 * @param status of the answer
 * @param requestId the {@code X-Request-Id} of the answer
 */
public record AuditEntryView(
    long id,
    Instant at,
    @Nullable String account,
    @Nullable String officer,
    List<String> roles,
    @Nullable String unit,
    String operation,
    Map<String, String> ids,
    int status,
    String requestId) {

  public static AuditEntryView of(StoredEntry stored) {
    var entry = stored.entry();
    var actor = entry.actor();
    return new AuditEntryView(
        stored.id(),
        entry.at(),
        actor.account(),
        actor.officer(),
        actor.roles(),
        actor.unit(),
        entry.operation(),
        entry.ids(),
        entry.status(),
        entry.requestId());
  }
}
