package io.caseclock.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request that asked for a change, or to see one thing, as it was answered.
 *
 * @param at when it was answered
 * @param operation method and path template, such as {@code POST /api/v1/silences/{id}/approve}
 * @param ids what the variables of the path named, the unit and the one thing where a parameter
 *     named one, as {@code made} the id of what was made, and {@code shown} where it was nothing
 * @param status of the answer; 400 and above changed nothing
 * @param requestId under which the request stands elsewhere, the {@code X-Request-Id} of the answer
 */
public record AuditEntry(
    Instant at,
    Actor actor,
    String operation,
    Map<String, String> ids,
    int status,
    String requestId) {

  public AuditEntry {
    ids = Collections.unmodifiableMap(new TreeMap<>(ids));
  }
}
