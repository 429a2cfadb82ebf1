package io.caseclock.e2e.doors;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.e2e.Suite;
import io.caseclock.e2e.doors.Caller.Standing;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.pack.file.PackFiles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What each role's caller of the guarded unit keeps for themselves, be they an officer or an
 * account: made by them, and again where a row uses it up. Its names and texts bear a mark that
 * nobody else may ever read, and nobody of their own unit either.
 */
final class OwnThings {

  /** Part of it is the mark of the unit. */
  static final String MARK = GuardedUnit.MARK + "MINE";

  private static final String FILTERS = "/api/v1/saved-filters";
  private static final String FEEDS = "/api/v1/calendar-feeds";
  private static final String RUN = "/api/v1/impact-run";

  /** A small pack that is in force: what it would change is not what this is about. */
  private static final String PACK = "cn-court-mediation";

  private final Suite suite;
  private final Acts acts;
  private final Map<LocalRole, Caller> owners = new EnumMap<>(LocalRole.class);
  private final Map<LocalRole, Things> kept = new EnumMap<>(LocalRole.class);
  private final Things station;

  private OwnThings(Suite suite, Things station) {
    this.suite = suite;
    this.station = station;
    this.acts = new Acts(suite.stack());
  }

  /** Lets every caller of the station keep something beside what the station has. */
  static OwnThings in(Suite suite, Tokens tokens, Things station) {
    var own = new OwnThings(suite, station);
    for (var role : LocalRole.values()) {
      own.owners.put(role, Caller.of(tokens, role, Standing.OWN));
    }
    own.officer();
    own.account(LocalRole.ADMINISTRATOR);
    own.account(LocalRole.AUDITOR);
    own.account(LocalRole.PROSECUTOR);
    own.comparison(LocalRole.SUPERVISOR);
    own.comparison(LocalRole.ADMINISTRATOR);
    return own;
  }

  /** One person, whichever role they come in. */
  private void officer() {
    var officer = owner(LocalRole.OFFICER);
    var judgement = Map.of("right", false, "cause", "wrong-data", "text", MARK);
    acts.done(ServiceKind.NOTIFICATION, officer, "PUT", feedback(station), judgement);
    var things = station.with("filter", filter(officer)).with("feed", feed(officer));
    kept.put(LocalRole.OFFICER, things);
    kept.put(LocalRole.LEGAL_OFFICER, things);
    kept.put(LocalRole.SUPERVISOR, things);
  }

  private void account(LocalRole role) {
    kept.put(role, station.with("filter", filter(owner(role))));
  }

  private void comparison(LocalRole role) {
    acts.done(ServiceKind.MONITOR, owner(role), "POST", RUN, candidate());
    suite.until(() -> run(role), run -> !run.path("state").asText().equals("running"));
  }

  /** A pack of another version, to be compared with what is in force. */
  static Map<String, Map<String, String>> candidate() {
    Map<String, String> files = new TreeMap<>(PackFiles.shipped(PACK).texts());
    files.computeIfPresent(
        "pack.yaml", (name, text) -> text.replaceFirst("(?m)^version: .*$", "version: " + MARK));
    return Map.of("files", files);
  }

  private JsonNode run(LocalRole role) {
    return acts.read(ServiceKind.MONITOR, owner(role), RUN);
  }

  /** What there is for whoever comes in that role; precinct systems keep nothing of their own. */
  Things of(LocalRole role) {
    return kept.getOrDefault(role, station);
  }

  /** The same, with what a row names made again: whoever asked before may have used it up. */
  Things again(LocalRole role, AccessRule rule) {
    var things = of(role);
    if (rule.of().containsValue("filter")) {
      things = things.with("filter", filter(owner(role)));
    }
    return rule.of().containsValue("feed") ? things.with("feed", feed(owner(role))) : things;
  }

  private String filter(Caller owner) {
    var name = MARK + "-" + UUID.randomUUID().toString().substring(0, 8);
    var body = Map.of("name", name, "query", "due=today");
    return acts.make(ServiceKind.NOTIFICATION, owner, FILTERS, body);
  }

  private String feed(Caller owner) {
    return acts.make(ServiceKind.MONITOR, owner, FEEDS, Map.of("name", MARK, "language", "zh"));
  }

  private Caller owner(LocalRole role) {
    return Objects.requireNonNull(owners.get(role), role.claim());
  }

  /** What the owners themselves see of all that, by what it is. */
  Map<String, String> seen() {
    Map<String, String> seen = new TreeMap<>();
    for (var role : kept.keySet()) {
      var filters = acts.read(ServiceKind.NOTIFICATION, owner(role), FILTERS);
      seen.put("filters of " + role.claim(), filters.toString());
    }
    var officer = owner(LocalRole.OFFICER);
    var things = of(LocalRole.OFFICER);
    seen.put("feeds", acts.read(ServiceKind.MONITOR, officer, FEEDS).toString());
    seen.put(
        "judgement", acts.read(ServiceKind.NOTIFICATION, officer, feedback(things)).toString());
    seen.put("message read at", message(officer, things.value("message")).path("readAt").asText());
    seen.put("comparison of a supervisor", run(LocalRole.SUPERVISOR).toString());
    seen.put("comparison of an administrator", run(LocalRole.ADMINISTRATOR).toString());
    return seen;
  }

  private JsonNode message(Caller officer, String id) {
    for (var message :
        acts.read(ServiceKind.NOTIFICATION, officer, "/api/v1/inbox?limit=500").path("messages")) {
      if (message.path("id").asText().equals(id)) {
        return message;
      }
    }
    throw new AssertionError("the officer's inbox has no message " + id + " any more");
  }

  private static String feedback(Things things) {
    return "/api/v1/warnings/" + things.value("letter") + "/feedback";
  }
}
