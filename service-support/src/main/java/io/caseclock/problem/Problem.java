package io.caseclock.problem;

import io.caseclock.contract.StraightText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One refusal.
 *
 * @param detail what is wrong here and what to do next; never a stack, class or table name
 * @param violations single faults, each with a JSON pointer into the request
 * @param extensions further members, such as {@code caseId}; the standard's own cannot be replaced
 */
public record Problem(
    ProblemType type, String detail, List<Violation> violations, Map<String, Object> extensions) {

  /** The member that says after how many seconds the same may be sent again. */
  public static final String RETRY_AFTER = "retryAfter";

  /**
   * One fault.
   *
   * @param pointer JSON pointer (RFC 6901) to the faulty member
   */
  public record Violation(String pointer, String message) {

    public Violation {
      message = StraightText.named(message);
    }
  }

  /** What a refusal says back of a request turns nothing around it. */
  public Problem {
    detail = StraightText.named(detail);
    violations = List.copyOf(violations);
    extensions = Map.copyOf(extensions);
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Map.of());
  }

  public static Problem of(ProblemType type, String detail, List<Violation> violations) {
    return new Problem(type, detail, violations, Map.of());
  }

  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extensions);
    more.put(member, value);
    return new Problem(type, detail, violations, more);
  }

  /** The members of the RFC 9457 document, in the order in which people read them. */
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type.uri());
    document.put("title", type.title());
    document.put("status", type.status());
    document.put("detail", detail);
    extensions.forEach(document::putIfAbsent);
    if (!violations.isEmpty()) {
      document.put("violations", violations);
    }
    return document;
  }
}
