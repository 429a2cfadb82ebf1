package io.caseclock.monitor.explain.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Moment;
import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.PostingAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"asOf", "rules", "events"}}. Only what a computation needs is asked for: an event
 * without an id, a source or a unit is read all the same.
 */
final class PreviewRequest {

  private static final int MOST_EVENTS = 1_000;
  private static final int LONGEST = 300;
  private static final Reading<String> NO_TEXT = Reading.refused("must be a text");
  private static final Set<String> MEMBERS = Set.of("asOf", "rules", "events");
  private static final Set<String> OF_AN_EVENT =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "recordedtime",
          "datacontenttype",
          "dataschema",
          "acceptedat",
          "postedby",
          "postedkind",
          "postedas",
          "unitpath",
          "data");
  private static final String NO_UNIT = "-";
  private static final String THE_CASE = "preview";

  private final List<Violation> violations = new ArrayList<>();
  private final Map<EventId, CaseEvent> known = new HashMap<>();
  private final Map<String, Object> body;

  PreviewRequest(@Nullable Map<String, Object> body) {
    this.body = body == null ? Map.of() : body;
    only(this.body, "", MEMBERS);
  }

  @Nullable Instant asOf() {
    return body.get("asOf") == null ? null : instant(body.get("asOf"), "/asOf");
  }

  List<String> rules() {
    var given = body.get("rules");
    if (given == null) {
      return List.of();
    }
    if (!(given instanceof List<?> rules) || rules.size() > MOST_EVENTS) {
      refuse("/rules", "expected a list of at most " + MOST_EVENTS + " ids of rules");
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    for (var i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof String id && isPlain(id)) {
        ids.add(id);
      } else {
        refuse("/rules/" + i, "expected the id of a rule");
      }
    }
    return ids;
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

  /** The same event twice is one; the same id with other content would be a guess. */
  private void checkDoubles(CaseEvent event, String at) {
    var other = known.putIfAbsent(event.eventId(), event);
    if (other != null && !other.equals(event)) {
      refuse(at + "/id", "the id stands twice, with other content: " + event.eventId().id());
    }
  }

  private void only(Map<?, ?> object, String at, Set<String> members) {
    for (var name : object.keySet()) {
      if (!members.contains(String.valueOf(name))) {
        refuse(
            at + Pointer.to(String.valueOf(name)),
            "unknown member; known: " + members.stream().sorted().toList());
      }
    }
  }

  private static boolean isPlain(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** Throws if anything could not be read. */
  void check() {
    if (!violations.isEmpty()) {
      throw RequestFaults.refused(violations);
    }
  }

  void refuse(String pointer, String message) {
    violations.add(new Violation(pointer, message));
  }

  private Optional<CaseEvent> event(Map<?, ?> item, int index, String caseId) {
    var at = "/events/" + index;
    only(item, at, OF_AN_EVENT);
    var before = violations.size();
    var type = text(item, "type", at);
    var subject = subject(item, at);
    var time = instant(item.get("time"), at + "/time");
    var source = optional(item, "source", at, SourceUri::read, "urn:preview");
    var id = optional(item, "id", at, Identifier::read, "#" + index);
    var data = data(item, at);
    var unit = optional(data, "unit", at + "/data", Identifier::read, NO_UNIT);
    var officer = optional(data, "officer", at + "/data", Identifier::read, "");
    var own = optional(data, "caseId", at + "/data", Identifier::read, "");
    var accepted =
        item.get("acceptedat") == null ? time : instant(item.get("acceptedat"), at + "/acceptedat");
    var posting = posting(item, at);
    if (violations.size() > before || type == null || subject == null || time == null) {
      return Optional.empty();
    }
    var ofCase = own.isEmpty() && subject.isCase() ? subject.id() : own;
    var event =
        new CaseEvent(
            new EventId(source, id),
            type,
            subject,
            ofCase.isEmpty() ? caseId : ofCase,
            time,
            accepted == null ? time : accepted,
            null,
            unit,
            officer.isEmpty() ? null : officer,
            posting,
            data);
    checkDoubles(event, at);
    return Optional.of(event);
  }

  /**
   * On whose behalf it was posted, as the intake's journal tells it; whoever asks may leave it out.
   */
  private @Nullable Posting posting(Map<?, ?> item, String at) {
    return PostingAttributes.read(
        name ->
            item.get(name) == null ? Optional.empty() : Optional.ofNullable(text(item, name, at)));
  }

  private Map<String, Object> data(Map<?, ?> item, String at) {
    Map<String, Object> data = new LinkedHashMap<>();
    var given = item.get("data");
    if (given instanceof Map<?, ?> members) {
      members.forEach(
          (name, value) -> {
            if (value != null) {
              data.put(String.valueOf(name), value);
            }
          });
    } else if (given != null) {
      refuse(at + "/data", "expected an object");
    }
    return data;
  }

  /** The one case that the events name; a made-up one where they name none or several. */
  private static String onlyCase(List<?> items) {
    Set<String> named = new java.util.LinkedHashSet<>();
    for (var item : items) {
      if (item instanceof Map<?, ?> event) {
        if (event.get("subject") instanceof String subject && normal(subject).startsWith("case/")) {
          named.add(normal(subject).substring("case/".length()));
        }
        if (event.get("data") instanceof Map<?, ?> data
            && data.get("caseId") instanceof String id) {
          named.add(normal(id));
        }
      }
    }
    return named.size() == 1 ? named.iterator().next() : THE_CASE;
  }

  /** What is no identifier is refused where the event itself is read. */
  private static String normal(String text) {
    return Identifier.read(text).asValue().orElse(text);
  }

  private @Nullable Subject subject(Map<?, ?> item, String at) {
    var before = violations.size();
    var text = optional(item, "subject", at, Identifier::readBehindKind, "");
    try {
      return violations.size() > before ? null : Subject.parse(text);
    } catch (IllegalArgumentException e) {
      violations.add(new Violation(at + "/subject", "expected kind/id, such as case/A990001"));
      return null;
    }
  }

  private @Nullable String text(Map<?, ?> item, String member, String at) {
    if (item.get(member) instanceof String text && isPlain(text)) {
      return text;
    }
    refuse(
        at + "/" + member, "expected '" + member + "', a text of at most " + LONGEST + " letters");
    return null;
  }

  /** What may be left out, but is held to the same as in an event where it is given. */
  private String optional(
      Map<?, ?> item,
      String member,
      String at,
      Function<String, Reading<String>> reader,
      String otherwise) {
    var given = item.get(member);
    if (given == null) {
      return otherwise;
    }
    return switch (given instanceof String text ? reader.apply(text) : NO_TEXT) {
      case Reading.Sound<String>(var value) -> value;
      case Reading.Refused<String>(var reason) -> {
        refuse(at + "/" + member, reason);
        yield otherwise;
      }
    };
  }

  private @Nullable Instant instant(@Nullable Object value, String pointer) {
    var reading = Moment.read(value instanceof String text ? text : "");
    reading.asReason().ifPresent(reason -> refuse(pointer, reason));
    return reading.asValue().orElse(null);
  }
}
