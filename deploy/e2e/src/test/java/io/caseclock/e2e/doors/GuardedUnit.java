package io.caseclock.e2e.doors;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.e2e.CloudEvents;
import io.caseclock.e2e.Roster;
import io.caseclock.e2e.Suite;
import io.caseclock.e2e.doors.Caller.Standing;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A station that has one of everything. Whatever is its own bears a mark, which nobody beside it
 * may ever read.
 */
final class GuardedUnit {

  static final String FOREIGN_ROOT = "7700";
  static final String FOREIGNER = "P770001";
  static final String NEIGHBOUR = "P990201";

  /** An officer of the station as well, to whom no case of it is assigned. */
  static final String COLLEAGUE = "P990103";

  /**
   * A unit below the station, whose things are the station's too; the station's are not its own.
   */
  static final String POST = "990151";

  static final String OFFICER_BELOW = "P990151";
  static final String MARK = "KEEPOUT";

  /** What gives the station away: its marked case and texts, and who serves there. */
  static final List<String> SECRETS = List.of(MARK, Roster.OFFICER, "P990102");

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final String CALLER_BACK = "P990102";

  private final Suite suite;
  private final String openCase;
  private final String hiddenCase;
  private final Map<String, String> things = new TreeMap<>();

  private GuardedUnit(Suite suite, int cases) {
    this.suite = suite;
    this.openCase = "A9901%s%04d".formatted(MARK, cases);
    this.hiddenCase = "A9901%s%04d".formatted(MARK, cases + 1);
  }

  /** Lets the station and its neighbours be there, and returns the ids of what the station has. */
  static Things in(Suite suite) {
    return in(suite, 1);
  }

  /**
   * The same about other cases, so that several stories may ask for it in one suite.
   *
   * @param cases the number of the first of its two cases
   */
  static Things in(Suite suite, int cases) {
    var unit = new GuardedUnit(suite, cases);
    unit.neighbours();
    unit.breachedCase();
    unit.notice();
    unit.draftAndSilence();
    unit.messages();
    unit.numbers();
    unit.accessInNeed();
    unit.ownThings();
    unit.key();
    unit.times();
    return new Things(unit.things);
  }

  private void neighbours() {
    Map<String, Object> names = Map.of("zh", "外地分局（示例）", "en", "Sub-bureau elsewhere (sample)");
    register(
        FOREIGN_ROOT,
        "unit-registered",
        "unit/" + FOREIGN_ROOT,
        Map.of("names", names, "kind", "sub-bureau"));
    officer(FOREIGN_ROOT, FOREIGNER, FOREIGN_ROOT, "supervisor");
    officer(Roster.BUREAU, NEIGHBOUR, Roster.OTHER_STATION, "officer");
    register(
        Roster.BUREAU,
        "unit-registered",
        "unit/" + POST,
        Map.of(
            "names",
            Map.of("zh", "甲所警务室（示例）", "en", "Post of Station A (sample)"),
            "kind",
            "station",
            "parent",
            Roster.STATION));
    officer(Roster.BUREAU, OFFICER_BELOW, POST, "officer");
    officer(Roster.BUREAU, CALLER_BACK, Roster.STATION, "callback-officer");
    officer(Roster.BUREAU, COLLEAGUE, Roster.STATION, "officer");
  }

  private void breachedCase() {
    post(openCase, openCase + "-filed", "case-filed");
    post(openCase, openCase + "-feedback", "incident-feedback-entered");
    task();
    suite.fastForward(Duration.ofDays(45));
    suite.untilDeadline(openCase, "public-security-case-handling", "breached");
    things.put("case", openCase);
    things.put("event", openCase + "-filed");
    things.put("source", CloudEvents.PRECINCT);
    things.put("unit", Roster.STATION);
    things.put("officer", Roster.OFFICER);
    var deadline = suite.deadline(openCase, "public-security-case-handling").path("id").asText();
    things.put("deadline", deadline);
    things.put("escalation", theOne("/api/v1/escalations", "escalations", "deadlineId", deadline));
    things.put("task", theOne("/api/v1/tasks?state=overdue", "tasks", "caseId", openCase));
  }

  private void task() {
    suite.until(
        () -> suite.all(LocalRole.SUPERVISOR, Roster.SUPERVISOR, "/api/v1/tasks", "tasks"),
        tasks -> tasks.stream().anyMatch(task -> task.path("caseId").asText().equals(openCase)));
  }

  private void notice() {
    var notice = suite.until(() -> suite.notices(openCase), found -> !found.isEmpty()).getFirst();
    var path = "/api/v1/notices/" + notice.path("id").asText();
    done(suite.act(LocalRole.OFFICER, Roster.OFFICER, path + "/sign", Map.of()).body());
    var content = (MARK + " 示例材料").getBytes(StandardCharsets.UTF_8);
    var sent =
        suite.attach(
            Roster.OFFICER, path + "/evidence?name=" + MARK + ".txt", "text/plain", content);
    things.put("notice", notice.path("id").asText());
    things.put("evidence", done(sent.body()));
  }

  private void draftAndSilence() {
    Map<String, Object> draft = new HashMap<>();
    draft.put("unit", Roster.STATION);
    draft.put("caseId", openCase);
    draft.put("cause", MARK);
    draft.put("found", List.of(Map.of("element", "case", "provision", MARK, "text", MARK)));
    things.put("draft", done(legalOfficer("/api/v1/notices", draft)));
    var until = suite.now().plus(Duration.ofDays(1)).toString();
    things.put(
        "silence",
        done(
            legalOfficer(
                "/api/v1/silences",
                Map.of(
                    "unit", Roster.STATION, "reason", MARK, "caseId", openCase, "until", until))));
  }

  private void messages() {
    var letters =
        suite.until(
            () -> suite.letters(Roster.OFFICER, "breach", openCase), found -> !found.isEmpty());
    things.put("letter", letters.getFirst().path("id").asText());
    things.put("message", suite.until(this::marked, found -> !found.isEmpty()).getFirst());
    things.put("delivery", delivery());
  }

  /**
   * What the officer was told of the marked case, and has not read yet: one entry as a rule, since
   * a breach and the notice of it are told together.
   */
  private List<String> marked() {
    return suite
        .all(LocalRole.OFFICER, Roster.OFFICER, "/api/v1/inbox?unread=true", "messages")
        .stream()
        .filter(message -> message.toString().contains(MARK))
        .map(message -> message.path("id").asText())
        .toList();
  }

  /** Of what a webhook was told of the marked case, one. */
  private String delivery() {
    return suite
        .until(
            () ->
                suite
                    .all(LocalRole.ADMINISTRATOR, null, "/api/v1/deliveries", "deliveries")
                    .stream()
                    .filter(delivery -> delivery.path("caseId").asText().equals(openCase))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst()
        .path("id")
        .asText();
  }

  /** What was frozen of the weeks that went by. */
  private void numbers() {
    things.put(
        "bulletin",
        theOne(
            "/api/v1/bulletins?kind=daily&unit=" + Roster.STATION,
            "bulletins",
            "unit",
            Roster.STATION));
    var meetings = "/api/v1/lists/case-closing/meetings?unit=" + Roster.STATION;
    things.put(
        "meeting",
        suite
            .until(() -> suite.monitor(meetings), found -> !found.text("meetings/0/on").isEmpty())
            .text("meetings/0/on"));
  }

  /** Somebody opened a restricted case, which waits for a review. */
  private void accessInNeed() {
    post(hiddenCase, hiddenCase + "-filed", "case-filed");
    var set = suite.setLevel(hiddenCase, "restricted");
    if (set.status() != 200) {
      throw new AssertionError("no level was set: " + set);
    }
    things.put("hidden", hiddenCase);
    things.put("access", done(suite.openInNeed(hiddenCase).body()));
  }

  /** What the officer keeps for themselves. */
  private void ownThings() {
    Map<String, Object> wish = Map.of("name", MARK, "language", "zh");
    var feed = suite.actAtMonitor(Roster.OFFICER, "/api/v1/calendar-feeds", wish);
    things.put("feed", done(feed.body()));
    Map<String, Object> filter = Map.of("name", openCase, "query", "due=today");
    var saved = suite.act(LocalRole.OFFICER, Roster.OFFICER, "/api/v1/saved-filters", filter);
    things.put("filter", done(saved.body()));
  }

  /** Of the whole installation, and made for the station. */
  private void key() {
    var administrator =
        Caller.of(new Tokens(suite.stack()), LocalRole.ADMINISTRATOR, Standing.PARENT);
    things.put("key", key(new Acts(suite.stack()), administrator));
  }

  /** Lets an administrator make a key, which a row may use up. */
  static String key(Acts acts, Caller administrator) {
    Map<String, Object> body = Map.of("client", MARK + "-system", "unit", Roster.STATION);
    return acts.make(ServiceKind.INTAKE, administrator, "/api/v1/api-keys", body);
  }

  private void times() {
    var tomorrow = suite.now().plus(Duration.ofDays(1));
    things.put("now", suite.now().toString());
    things.put("tomorrow", tomorrow.toString());
    things.put("day", tomorrow.atZone(ZONE).toLocalDate().toString());
    things.put(
        "localTomorrow", tomorrow.atZone(ZONE).toLocalDateTime().toString().substring(0, 16));
  }

  private JsonNode legalOfficer(String path, Map<String, Object> body) {
    return suite.act(LocalRole.LEGAL_OFFICER, Roster.LEGAL_OFFICER, path, body).body();
  }

  private void post(String caseId, String id, String type) {
    var answer = suite.post(suite.event(id, type, "case/" + caseId, Map.of()));
    if (answer.status() != 202) {
      throw new AssertionError(type + " was refused: " + answer);
    }
    suite.until(() -> suite.effects(id), effects -> effects.status() == 200);
  }

  private String theOne(String path, String list, String member, String value) {
    return suite
        .until(
            () ->
                suite.all(LocalRole.SUPERVISOR, Roster.SUPERVISOR, path, list).stream()
                    .filter(it -> it.path(member).asText().equals(value))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst()
        .path("id")
        .asText();
  }

  private static String done(JsonNode body) {
    if (!body.has("id")) {
      throw new AssertionError("it was refused: " + body);
    }
    return body.path("id").asText();
  }

  private void officer(String root, String id, String unit, String role) {
    register(
        root,
        "officer-assigned",
        "officer/" + id,
        Map.of("name", "示例" + id, "unit", unit, "roles", List.of(role)));
  }

  private void register(String root, String type, String subject, Map<String, Object> data) {
    var answer = suite.administer(root, CloudEvents.directory(type, subject, suite.now(), data));
    if (answer.status() != 202 && answer.status() != 409) { // another story may have been first
      throw new AssertionError("the directory was refused: " + answer);
    }
  }
}
