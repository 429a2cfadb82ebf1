package io.caseclock.notify.console;

import io.caseclock.notify.escalation.Acknowledge.Refused;
import io.caseclock.notify.escalation.Acknowledge.Why;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationState;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Climbing;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.escalation.Escalations.Line;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.Superseded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the ladders of breaches into lines of a page in one language. */
final class BreachLines {

  private final Lines lines;
  private final PolicyLines policy;
  private final PageTime time;

  BreachLines(Lines lines, PageTime time) {
    this.lines = lines;
    this.policy = new PolicyLines(lines);
    this.time = time;
  }

  /**
   * A ladder with the letter that told its breach.
   *
   * @param letter null where it is not kept any more
   */
  BreachLine breach(Escalation escalation, @Nullable Message letter) {
    var state = escalation.state();
    var severity = letter == null ? "ordinary" : letter.severity();
    var dueAt = letter == null ? null : letter.dueAt();
    return new BreachLine(
        Links.breach(escalation.id()),
        lines.text("breach_" + state.wire()),
        colour(state),
        letter == null ? escalation.deadlineId() : lines.withoutKind(letter.title()),
        lines.level(severity),
        severity,
        lines.unit(escalation.unit()),
        escalation.officer() == null
            ? lines.text("notice_any_officer")
            : lines.officer(escalation.officer()),
        escalation.caseId(),
        lines.due(dueAt),
        state instanceof Ended ? "" : lines.distance(dueAt),
        lines.moment(escalation.openedAt()),
        next(escalation),
        escalation.route().id(),
        policy.setBy(escalation.setBy()));
  }

  private static String colour(EscalationState state) {
    return switch (state) {
      case Climbing climbing -> "tag-breach";
      case Acknowledged plan -> "tag-open";
      case Ended ended -> "tag-done";
    };
  }

  /** What comes next, and when. */
  private String next(Escalation escalation) {
    return switch (escalation.state()) {
      case Climbing climbing -> nextTold(escalation);
      case Acknowledged plan -> lines.say("breach_next_plan", planned(plan.planOn()));
      case Ended ended ->
          lines.say("breach_next_ended", why(ended.why().wire()), lines.moment(ended.at()));
    };
  }

  private String nextTold(Escalation escalation) {
    var step = escalation.step();
    var at = escalation.nextAt();
    if (step.isEmpty() || at == null) {
      return lines.text("breach_next_nothing");
    }
    var key = escalation.isRepeating() ? "breach_next_repeat" : "breach_next_step";
    return lines.say(key, lines.moment(at), policy.roles(step.get().roles()));
  }

  /** A planned day is kept until its end. */
  String planned(LocalDate day) {
    return lines.due(time.endOf(day));
  }

  private String why(String wire) {
    return lines.word("superseded_", wire);
  }

  /** The steps of the frozen policy; those that were told are marked. */
  List<RungLine> rungs(Escalation escalation) {
    List<RungLine> rungs = new ArrayList<>();
    for (var step : policy.steps(escalation.route())) {
      var place = rungs.size();
      var isTold = place < escalation.nextStep();
      var isNext = place == escalation.nextStep() && escalation.state() instanceof Climbing;
      rungs.add(new RungLine(step.after(), step.roles(), step.channels(), isTold, isNext));
    }
    return rungs;
  }

  String repeat(Escalation escalation) {
    return policy.repeat(escalation.route().repeat());
  }

  /** The plan that holds; empty where there is none. */
  List<PlanLine> plan(Escalation escalation) {
    return escalation.state() instanceof Acknowledged plan
        ? List.of(
            new PlanLine(
                by(plan.by(), plan.role()),
                lines.moment(plan.at()),
                planned(plan.planOn()),
                plan.text()))
        : List.of();
  }

  HistoryLine history(Line line) {
    var people = line.people().stream().map(lines::officer).toList();
    var isEnd = line.what().equals("ended");
    return new HistoryLine(
        lines.word("breach_line_", line.what()),
        lines.moment(line.at()),
        by(line.by(), line.role()),
        policy.listed(people),
        isEnd ? ended(line.text()) : line.text());
  }

  private String ended(String wire) {
    return why(Superseded.ofWire(wire).wire());
  }

  private String by(@Nullable String officer, @Nullable String role) {
    if (officer == null || role == null) {
      return lines.text("role_system");
    }
    return lines.officer(officer) + " · " + lines.word("role_", role);
  }

  /** The refusal in words; whoever was faster is named. */
  String refusal(Refused refused) {
    var present = refused.present();
    if (refused.why() == Why.STATE_FORBIDS
        && present != null
        && present.state() instanceof Acknowledged first) {
      return lines.say(
          "breach_taken_already",
          lines.officer(first.by()),
          lines.moment(first.at()),
          planned(first.planOn()));
    }
    return lines.text("breach_refused_" + refused.why().name().toLowerCase(Locale.ROOT));
  }

  /** A ladder as the pages show it; {@code next} says what comes next, and when. */
  public record BreachLine(
      String path,
      String state,
      String stateColour,
      String title,
      String level,
      String severity,
      String unit,
      String officer,
      String caseId,
      String due,
      String distance,
      String opened,
      String next,
      String route,
      String setBy) {}

  /** A step of a ladder. */
  public record RungLine(
      String after, String roles, String channels, boolean isTold, boolean isNext) {}

  /** Who has taken it on, when, and what is planned until when. */
  public record PlanLine(String by, String at, String until, String text) {}

  /** A line of the history; {@code people} were told. */
  public record HistoryLine(String what, String at, String by, String people, String text) {}
}
