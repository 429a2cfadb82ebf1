package io.caseclock.monitor.preview.rest;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"asOf", "rules", "events"}}. Only what a computation needs is asked for: an event
 * without an id, a source or a unit is read all the same.
 */
final class PreviewRequest {

  private static final int MOST_EVENTS = 1_000;
  private static final String NO_UNIT = "-";
  private static final String THE_CASE = "preview";

  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, Object> body;

  PreviewRequest(Map<String, Object> body) {
    this.body = body;
  }

  @Nullable Instant asOf() {
    return body.get("asOf") == null ? null : instant(body.get("asOf"), "/asOf");
  }

  List<String> rules() {
    if (body.get("rules") instanceof List<?> rules) {
      return rules.stream().map(String::valueOf).toList();
    }
    return List.of();
  }

  /** Events of one request without a case of their own belong to one and the same case. */
  List<CaseEvent> events() {
    if (!(body.get("events") instanceof List<?> items) || items.isEmpty()) {
      violations.add(new Violation("/events", "expected a list of CloudEvents"));
      return List.of();
    }
    if (items.size() > MOST_EVENTS) {
      violations.add(new Violation("/events", "expected at most " + MOST_EVENTS + " events"));
      return List.of();
    }
    var caseId = onlyCase(items);
    List<CaseEvent> events = new ArrayList<>();
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Map<?, ?> item) {
        event(item, i, caseId).ifPresent(events::add);
      } else {
        violations.add(new Violation("/events/" + i, "expected a CloudEvent"));
      }
    }
    return events;
  }

  /** Throws if anything could not be read. */
  void check() {
    if (!violations.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemType.MALFORMED_REQUEST,
              "The request has faults; see violations.",
              violations));
    }
  }

  void refuse(String pointer, String message) {
    violations.add(new Violation(pointer, message));
  }

  private Optional<CaseEvent> event(Map<?, ?> item, int index, String caseId) {
    var at = "/events/" + index;
    var type = text(item, "type", at);
    var subject = subject(item, at);
    var time = instant(item.get("time"), at + "/time");
    if (type == null || subject == null || time == null) {
      return Optional.empty();
    }
    Map<String, Object> data = data(item);
    var unit = data.get("unit") instanceof String text && !text.isBlank() ? text : NO_UNIT;
    var officer = data.get("officer") instanceof String text ? text : null;
    var id =
        new EventId(
            item.get("source") instanceof String text && !text.isBlank() ? text : "urn:preview",
            item.get("id") instanceof String text && !text.isBlank() ? text : "#" + index);
    var own = data.get("caseId") instanceof String text && !text.isBlank() ? text : null;
    var ofCase = own == null && subject.isCase() ? subject.id() : own;
    return Optional.of(
        new CaseEvent(
            id,
            type,
            subject,
            ofCase == null ? caseId : ofCase,
            time,
            time,
            null,
            unit,
            officer,
            data));
  }

  private static Map<String, Object> data(Map<?, ?> item) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (item.get("data") instanceof Map<?, ?> given) {
      given.forEach(
          (name, value) -> {
            if (value != null) {
              data.put(String.valueOf(name), value);
            }
          });
    }
    return data;
  }

  /** The one case that the events name; a made-up one where they name none or several. */
  private static String onlyCase(List<?> items) {
    Set<String> named = new java.util.LinkedHashSet<>();
    for (var item : items) {
      if (item instanceof Map<?, ?> event) {
        if (event.get("subject") instanceof String subject && subject.startsWith("case/")) {
          named.add(subject.substring("case/".length()));
        }
        if (event.get("data") instanceof Map<?, ?> data
            && data.get("caseId") instanceof String id) {
          named.add(id);
        }
      }
    }
    return named.size() == 1 ? named.iterator().next() : THE_CASE;
  }

  private @Nullable Subject subject(Map<?, ?> item, String at) {
    var text = text(item, "subject", at);
    try {
      return text == null ? null : Subject.parse(text);
    } catch (IllegalArgumentException e) {
      violations.add(new Violation(at + "/subject", "expected kind/id, such as case/A990001"));
      return null;
    }
  }

  private @Nullable String text(Map<?, ?> item, String member, String at) {
    if (item.get(member) instanceof String text && !text.isBlank()) {
      return text;
    }
    violations.add(new Violation(at + "/" + member, "'" + member + "' is missing"));
    return null;
  }

  private @Nullable Instant instant(@Nullable Object value, String pointer) {
    try {
      if (value instanceof String text) {
        return OffsetDateTime.parse(text).toInstant();
      }
    } catch (DateTimeException e) {
      // reported below, like a missing one
    }
    violations.add(
        new Violation(pointer, "expected a time with offset, 2026-03-02T10:00:00+08:00"));
    return null;
  }
}
