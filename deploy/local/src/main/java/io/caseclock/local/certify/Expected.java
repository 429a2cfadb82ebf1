package io.caseclock.local.certify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What an answer has to be. */
public sealed interface Expected {

  /** The beginning of every problem's {@code type}. */
  String PROBLEM = "urn:caseclock:problem:";

  /** In words that stand beside what came. */
  String text();

  /**
   * Whether the answer is as expected.
   *
   * @param earlier the answer to an earlier step, by its name
   */
  boolean isMet(Reply reply, Function<String, Reply> earlier);

  static Expected accepted() {
    return new Answered(202, Map.of("/status", "accepted"), "");
  }

  static Expected known() {
    return new Answered(200, Map.of("/status", "duplicate"), "");
  }

  static Expected refused(int status, String problem) {
    return refused(status, problem, "");
  }

  /** A refusal that names what is wrong by a JSON pointer. */
  static Expected refused(int status, String problem, String pointer) {
    return new Answered(status, Map.of("/type", PROBLEM + problem), pointer);
  }

  /** The outcomes of a batch, in the order of its events. */
  static Expected batch(int status, List<String> outcomes) {
    Map<String, String> members = new LinkedHashMap<>();
    for (var index = 0; index < outcomes.size(); index++) {
      members.put("/results/" + index + "/status", outcomes.get(index));
    }
    return new Answered(status, members, "");
  }

  /**
   * A status, texts in the body by JSON pointer, and the pointer of a violation, empty for none.
   */
  record Answered(int status, Map<String, String> members, String violation) implements Expected {

    public Answered {
      members = Map.copyOf(members);
    }

    @Override
    public String text() {
      var told =
          members.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(member -> ", " + member.getKey() + " = " + member.getValue())
              .collect(Collectors.joining());
      return status + told + (violation.isEmpty() ? "" : ", a violation at " + violation);
    }

    @Override
    public boolean isMet(Reply reply, Function<String, Reply> earlier) {
      return reply.status() == status
          && members.entrySet().stream()
              .allMatch(member -> reply.text(member.getKey()).equals(member.getValue()))
          && (violation.isEmpty() || reply.hasViolationAt(violation));
    }
  }

  /** The same event again: known, and the receipt is that of the first time. */
  record SameReceipt(String step) implements Expected {

    @Override
    public String text() {
      return known().text() + ", /acceptedAt and /receipt as in step " + step;
    }

    @Override
    public boolean isMet(Reply reply, Function<String, Reply> earlier) {
      var first = earlier.apply(step);
      return known().isMet(reply, earlier)
          && !reply.text("/acceptedAt").isEmpty()
          && reply.text("/acceptedAt").equals(first.text("/acceptedAt"))
          && reply.text("/receipt").equals(first.text("/receipt"));
    }
  }

  /** A repeat that is known, or put off by a number of seconds. */
  record KnownOrLater() implements Expected {

    @Override
    public String text() {
      return "200, or 429 or 503 with Retry-After in seconds";
    }

    @Override
    public boolean isMet(Reply reply, Function<String, Reply> earlier) {
      return reply.isPutOff() ? reply.secondsToWait().isPresent() : reply.status() == 200;
    }
  }

  /**
   * A batch of which each event is kept now, whether it was known before or not.
   *
   * @param events how many it has
   */
  record AllKept(int events) implements Expected {

    private static final Set<String> KEPT = Set.of("accepted", "duplicate");

    @Override
    public String text() {
      return "200, /results with %d, each accepted or duplicate".formatted(events);
    }

    @Override
    public boolean isMet(Reply reply, Function<String, Reply> earlier) {
      return reply.status() == 200
          && reply.body().path("results").size() == events
          && StreamSupport.stream(reply.body().path("results").spliterator(), false)
              .allMatch(it -> KEPT.contains(it.path("status").asText()));
    }
  }

  /** A listing of event types that has all of these. */
  record Types(Set<String> types) implements Expected {

    public Types {
      types = Set.copyOf(types);
    }

    @Override
    public String text() {
      return "200, a list with the types " + String.join(", ", types.stream().sorted().toList());
    }

    @Override
    public boolean isMet(Reply reply, Function<String, Reply> earlier) {
      return reply.status() == 200
          && StreamSupport.stream(reply.body().spliterator(), false)
              .map(it -> it.path("type").asText())
              .collect(Collectors.toSet())
              .containsAll(types);
    }
  }

  /** What followed of an event: a change of a deadline of that rule. */
  record Effect(String rule) implements Expected {

    @Override
    public String text() {
      return "200, /deadlines with one of the rule " + rule;
    }

    @Override
    public boolean isMet(Reply reply, Function<String, Reply> earlier) {
      return reply.status() == 200
          && reply.body().path("deadlines").findValuesAsText("rule").contains(rule);
    }
  }

  /**
   * The deadlines of a case: one of that rule began at that instant and has that status, and no
   * other of the rule is running.
   */
  record Deadline(String rule, String status, Instant startedAt) implements Expected {

    @Override
    public String text() {
      return "200, a deadline of the rule %s with status %s that began at %s, and no other running"
          .formatted(rule, status, startedAt);
    }

    @Override
    public boolean isMet(Reply reply, Function<String, Reply> earlier) {
      var ofRule =
          deadlines(reply).stream().filter(it -> it.path("rule").asText().equals(rule)).toList();
      var isThere =
          ofRule.stream()
              .anyMatch(
                  it ->
                      it.path("status").asText().equals(status)
                          && isAt(it.path("startedAt").asText(), startedAt));
      var running =
          ofRule.stream().filter(it -> it.path("status").asText().equals("running")).count();
      return reply.status() == 200 && isThere && running == (status.equals("running") ? 1 : 0);
    }
  }

  /** No deadline of a case runs, is paused or late: nobody will be told anything of it. */
  record NothingOpen() implements Expected {

    private static final Set<String> OPEN = Set.of("running", "paused", "breached");

    @Override
    public String text() {
      return "200, no deadline that is " + String.join(", ", OPEN.stream().sorted().toList());
    }

    @Override
    public boolean isMet(Reply reply, Function<String, Reply> earlier) {
      return reply.status() == 200
          && reply.body().path("deadlines").isArray()
          && deadlines(reply).stream().noneMatch(it -> OPEN.contains(it.path("status").asText()));
    }
  }

  /** Whether a text is that instant, in whatever offset and precision. */
  private static boolean isAt(String text, Instant instant) {
    try {
      return OffsetDateTime.parse(text).toInstant().equals(instant);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static List<JsonNode> deadlines(Reply reply) {
    return StreamSupport.stream(reply.body().path("deadlines").spliterator(), false).toList();
  }
}
