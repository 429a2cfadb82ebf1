package io.caseclock.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caseclock.contract.EventId;
import io.caseclock.local.audit.ServiceClient.RefusedException;
import io.caseclock.local.audit.ServiceClient.TooLargeException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes every open deadline from the monitor and every event of its case from the intake's journal,
 * lets the deadlines be computed from those events alone, and compares. What an event of the
 * notification service began is left out, such as the deadlines of notices and plans and the rework
 * after a bad call-back: those events are no business of the intake and stand in no journal.
 */
public final class JournalAudit {

  /** What one preview takes. */
  private static final int MOST_EVENTS = 1_000;

  /** What the journal says of an event whose contents were kept long enough. */
  private static final String DELETED = "contentsDeletedAt";

  private static final String OPEN = "/api/v1/deadlines?status=running,breached,paused&limit=500";

  /**
   * What the audit compared, and what it found.
   *
   * @param behind cases of which the monitor has not taken in every event yet; not compared
   * @param tooLarge ids of cases with more events than a preview takes; not compared
   * @param withoutContents ids of cases whose contents the journal no longer has; not compared
   * @param refused cases that could not be compared though they should be, each with the reason
   */
  public record Report(
      int cases,
      int deadlines,
      int behind,
      List<String> tooLarge,
      List<String> withoutContents,
      List<String> refused,
      List<String> differences) {

    static final Report NOTHING = new Report(0, 0, 0, List.of(), List.of(), List.of(), List.of());

    /** How many were compared. */
    int compared() {
      return cases - behind - tooLarge.size() - withoutContents.size() - refused.size();
    }

    Report plus(Report more) {
      return new Report(
          cases + more.cases,
          deadlines + more.deadlines,
          behind + more.behind,
          joined(tooLarge, more.tooLarge),
          joined(withoutContents, more.withoutContents),
          joined(refused, more.refused),
          joined(differences, more.differences));
    }

    static List<String> joined(List<String> one, List<String> other) {
      return Stream.concat(one.stream(), other.stream()).toList();
    }
  }

  private final ServiceClient intake;
  private final ServiceClient monitor;

  public JournalAudit(ServiceClient intake, ServiceClient monitor) {
    this.intake = intake;
    this.monitor = monitor;
  }

  /**
   * Compares as many cases at once as there are processors; most of the time goes by in waiting.
   */
  public Report run() {
    return openByCase().entrySet().parallelStream()
        .map(open -> compared(open.getKey(), open.getValue()))
        .reduce(Report.NOTHING, Report::plus);
  }

  /** What is said of one case; one that cannot be compared keeps no other from it. */
  private Report compared(String caseId, List<JsonNode> stored) {
    try {
      var events = journal(caseId);
      if (events.isEmpty()) {
        return refused(caseId, stored, "the journal holds no event of it");
      }
      if (events.stream().anyMatch(event -> event.containsKey(DELETED))) {
        return one(stored, 0, List.of(), List.of(caseId), List.of(), List.of());
      }
      var computed = computed(events);
      if (computed.isEmpty()) {
        return one(stored, 0, List.of(caseId), List.of(), List.of(), List.of());
      }
      List<String> found = new ArrayList<>();
      stored.forEach(one -> compare(one, computed.get().get(one.path("id").asText()), found));
      var behind = !found.isEmpty() && !events.stream().allMatch(this::isEvaluated);
      return behind
          ? one(stored, 1, List.of(), List.of(), List.of(), List.of())
          : one(stored, 0, List.of(), List.of(), List.of(), found);
    } catch (RefusedException e) {
      return refused(caseId, stored, String.valueOf(e.getMessage()));
    }
  }

  private static Report refused(String caseId, List<JsonNode> stored, String reason) {
    var line = caseId + ": " + reason.replaceAll("\\s*\n\\s*", "; ");
    return one(stored, 0, List.of(), List.of(), List.of(line), List.of());
  }

  private static Report one(
      List<JsonNode> stored,
      int behind,
      List<String> tooLarge,
      List<String> withoutContents,
      List<String> refused,
      List<String> differences) {
    return new Report(1, stored.size(), behind, tooLarge, withoutContents, refused, differences);
  }

  private boolean isEvaluated(Map<String, Object> event) {
    return monitor.knows(
        "/api/v1/effects?source="
            + encoded(event.get("source"))
            + "&id="
            + encoded(event.get("id")));
  }

  private static String encoded(@Nullable Object text) {
    return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
  }

  private Map<String, List<JsonNode>> openByCase() {
    Map<String, List<JsonNode>> byCase = new TreeMap<>();
    var next = "";
    do {
      var page = monitor.get(OPEN + (next.isEmpty() ? "" : "&after=" + next));
      for (var deadline : page.path("deadlines")) {
        if (!deadline.path("source").asText().equals(EventId.NOTIFICATION)) {
          byCase
              .computeIfAbsent(deadline.path("caseId").asText(), any -> new ArrayList<>())
              .add(deadline);
        }
      }
      next = page.path("next").asText("").replace("null", "");
    } while (!next.isEmpty());
    return byCase;
  }

  /** What the events call for, by id; empty where they are more than a preview takes. */
  private Optional<Map<String, JsonNode>> computed(List<Map<String, Object>> events) {
    if (events.size() > MOST_EVENTS) {
      return Optional.empty();
    }
    try {
      Map<String, JsonNode> byId = new LinkedHashMap<>();
      var answer = monitor.post("/api/v1/deadlines/preview", Map.of("events", events));
      answer.path("deadlines").forEach(one -> byId.put(one.path("id").asText(), one));
      return Optional.of(byId);
    } catch (TooLargeException e) {
      return Optional.empty();
    }
  }

  private List<Map<String, Object>> journal(String caseId) {
    List<Map<String, Object>> events = new ArrayList<>();
    var after = "0";
    do {
      var page =
          intake.get("/api/v1/journal?limit=1000&caseId=" + encoded(caseId) + "&after=" + after);
      page.path("items").forEach(kept -> events.add(event(kept)));
      after = page.path("next").asText("").replace("null", "");
    } while (!after.isEmpty());
    return events;
  }

  private static Map<String, Object> event(JsonNode kept) {
    Map<String, Object> event = new LinkedHashMap<>();
    for (var member : List.of("id", "source", "type", "subject", "time")) {
      event.put(member, kept.path(member).asText());
    }
    event.put("acceptedat", kept.path("acceptedAt").asText());
    addPosting(kept.path("posting"), event);
    var data = kept.path("data").deepCopy();
    if (data instanceof ObjectNode object) {
      object.put("caseId", kept.path("caseId").asText());
    }
    event.put("data", data);
    if (kept.hasNonNull(DELETED)) {
      event.put(DELETED, kept.path(DELETED).asText());
    }
    return event;
  }

  /** Whose an event is decides whether it counts. */
  private static void addPosting(JsonNode posting, Map<String, Object> event) {
    if (posting.hasNonNull("by")) {
      event.put("postedby", posting.path("by").asText());
      if (posting.hasNonNull("kind")) {
        event.put("postedkind", posting.path("kind").asText());
      }
      if (posting.path("administrator").asBoolean()) {
        event.put("postedas", "administrator");
      }
      if (posting.hasNonNull("unitPath")) {
        event.put("unitpath", posting.path("unitPath").asText());
      }
    }
  }

  private static void compare(JsonNode stored, @Nullable JsonNode computed, List<String> found) {
    var what = stored.path("caseId").asText() + " " + stored.path("rule").asText() + ": stored ";
    if (computed == null) {
      found.add(what + shown(stored) + ", the journal calls for none");
    } else if (!shown(stored).equals(shown(computed))) {
      found.add(what + shown(stored) + ", from the journal " + shown(computed));
    }
  }

  private static String shown(JsonNode deadline) {
    return deadline.path("status").asText() + " due " + deadline.path("dueAt").asText();
  }
}
