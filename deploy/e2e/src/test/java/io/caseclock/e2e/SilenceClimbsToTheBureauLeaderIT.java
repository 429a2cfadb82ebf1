package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody acts on a breach: those above are told one after the other, each once, although two
 * replicas of the notification service climb the ladder and both are killed in the middle of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilenceClimbsToTheBureauLeaderIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String CASE = "A9901000000000301";
  private static final String HANDLING = "public-security-case-handling";

  private Suite suite;

  @BeforeAll
  void twoReplicasOfTheNotificationService(@TempDir Path directory) {
    suite = Suite.start(directory, options -> options.withReplicas(ServiceKind.NOTIFICATION, 2));
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @Test
  void an_unanswered_breach_is_told_step_by_step_up_to_the_bureau_leader() {
    // The last day passes: the officer, the unit head and the legal officer are told at once.
    breach();
    var ladder = ladderThatTold(1);
    told(Roster.OFFICER, 1);
    told(Roster.UNIT_HEAD, 1);
    told(Roster.LEGAL_OFFICER, 1);
    told(Roster.BRIGADE_SUPERVISOR, 0);

    // A day of silence: the brigade that supervises. One replica is killed meanwhile.
    suite.stack().replica(ServiceKind.NOTIFICATION, 2).kill();
    passesTo(ladder);
    ladder = ladderThatTold(2);
    told(Roster.BRIGADE_SUPERVISOR, 1);
    told(Roster.BUREAU_LEADER, 0);

    // Time goes on while no replica runs at all; then both come back and climb at once.
    suite.stack().replica(ServiceKind.NOTIFICATION, 1).kill();
    passesTo(ladder);
    suite.stack().replica(ServiceKind.NOTIFICATION, 1).restart();
    suite.stack().replica(ServiceKind.NOTIFICATION, 2).restart();
    ladderThatTold(3);
    told(Roster.BUREAU_LEADER, 1);
    told(Roster.OFFICER, 1);
    told(Roster.BRIGADE_SUPERVISOR, 1);

    // The supervisor takes it on with a plan date: the ladder rests, and the plan has a deadline.
    var planned = suite.now().atZone(ZONE).toLocalDate().plusDays(4);
    var resting = acknowledge(planned.toString());
    assertThat(resting.text("state")).isEqualTo("acknowledged");
    suite.untilDeadline(CASE, "plan-date", "running");
    suite.fastForward(Duration.ofDays(3));
    told(Roster.BUREAU_LEADER, 1);

    // The planned day passes: the ladder goes on from where it stood, to the bureau leader again.
    suite.fastForward(Duration.ofDays(2));
    suite.untilDeadline(CASE, "plan-date", "breached");
    untilTheOfficeOpens();
    suite.until(this::ladder, it -> it.path("repeats").asInt() == 1);
    reminded(Roster.BUREAU_LEADER, 1);
    reminded(Roster.OFFICER, 0);

    // At last the work is done, late: the ladder ends, and what it told is marked as over.
    // The notice that nobody signed climbs a ladder of its own.
    suite.post(suite.event("silence-2", "decision-made", "case/" + CASE, Map.of()));
    suite.untilDeadline(CASE, HANDLING, "met-late");
    var over = suite.until(this::ladder, it -> it.path("state").asText().equals("ended"));
    assertThat(over.path("endedReason").asText()).isEqualTo("met-late");
    suite.fastForward(Duration.ofDays(30));
    suite.until(
        () -> ofTheCase(Roster.BUREAU_LEADER, "breach"),
        letters -> letters.stream().noneMatch(it -> it.path("supersededAt").isNull()));
    reminded(Roster.BUREAU_LEADER, 1);
    eachStepOnce(over.path("id").asText());
  }

  private void breach() {
    suite.post(suite.event("silence-1", "case-filed", "case/" + CASE, Map.of()));
    suite.until(() -> suite.effects("silence-1"), effects -> effects.status() == 200);
    var due = Instant.parse(suite.deadline(CASE, HANDLING).path("dueAt").asText());
    suite.fastForward(Duration.between(suite.now(), due).plusMinutes(1));
    suite.untilDeadline(CASE, HANDLING, "breached");
  }

  /** Lets the time pass at which the ladder takes its next step. */
  private void passesTo(JsonNode ladder) {
    var next = Instant.parse(ladder.path("nextAt").asText());
    suite.fastForward(Duration.between(suite.now(), next).plusSeconds(1));
  }

  /** What falls due at night or on a rest day waits for the office, unless it is told already. */
  private void untilTheOfficeOpens() {
    var ladder =
        suite.until(
            this::ladder, it -> it.path("repeats").asInt() == 1 || next(it).isAfter(suite.now()));
    if (ladder.path("repeats").asInt() == 0) {
      passesTo(ladder);
    }
  }

  /** A ladder that rests takes no step. */
  private static Instant next(JsonNode ladder) {
    var next = ladder.path("nextAt");
    return next.isTextual() ? Instant.parse(next.asText()) : Instant.MIN;
  }

  private JsonNode ladderThatTold(int steps) {
    return suite.until(this::ladder, it -> it.path("toldSteps").asInt() == steps);
  }

  /** The ladder of the case's own deadline, not those of its notice. */
  private JsonNode ladder() {
    var deadline = suite.deadline(CASE, HANDLING).path("id").asText();
    return suite
        .all(LocalRole.SUPERVISOR, Roster.SUPERVISOR, "/api/v1/escalations", "escalations")
        .stream()
        .filter(it -> it.path("deadlineId").asText().equals(deadline))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private Answer acknowledge(String planned) {
    return suite.act(
        LocalRole.SUPERVISOR,
        Roster.SUPERVISOR,
        "/api/v1/escalations/" + ladder().path("id").asText() + "/acknowledge",
        Map.of("planOn", planned, "text", "督促办案单位作出处理决定"));
  }

  private void told(String officer, int times) {
    hears(officer, "breach", times);
  }

  private void reminded(String officer, int times) {
    hears(officer, "reminder", times);
  }

  private void hears(String officer, String kind, int times) {
    suite.until(() -> ofTheCase(officer, kind), letters -> letters.size() == times);
  }

  private List<JsonNode> ofTheCase(String officer, String kind) {
    return suite.letters(officer, kind, CASE).stream()
        .filter(letter -> letter.path("rule").asText().equals(HANDLING))
        .toList();
  }

  /** The history tells of each step once, and of each person with the right reason. */
  private void eachStepOnce(String ladder) {
    var history =
        suite
            .console(LocalRole.SUPERVISOR, Roster.SUPERVISOR, "/api/v1/escalations/" + ladder)
            .body()
            .path("history");
    assertThat(history)
        .extracting(line -> line.path("what").asText())
        .containsExactly(
            "told", "told", "told", "acknowledged", "plan-passed", "repeated", "ended");
  }
}
