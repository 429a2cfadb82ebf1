package io.caseclock.notify.console;

import io.caseclock.pack.Repeat;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a policy into words of one language. */
final class PolicyLines {

  private final Lines lines;

  PolicyLines(Lines lines) {
    this.lines = lines;
  }

  List<StepLine> steps(Route route) {
    return route.steps().stream().map(this::step).toList();
  }

  private StepLine step(Step step) {
    return new StepLine(after(step.after()), roles(step.roles()), channels(step.push()));
  }

  /** When a step comes, if nothing happens. */
  String after(Duration after) {
    return after.isZero() ? lines.text("at_once") : lines.say("after_span", span(after));
  }

  /** In whole days, else in whole hours, else in minutes. */
  String span(Duration span) {
    if (span.equals(Duration.ofDays(span.toDays()))) {
      return lines.say("span_days", span.toDays());
    }
    return span.equals(Duration.ofHours(span.toHours()))
        ? lines.say("span_hours", span.toHours())
        : lines.say("span_minutes", span.toMinutes());
  }

  String roles(List<String> roles) {
    return listed(roles.stream().map(this::role).toList());
  }

  String role(String role) {
    return lines.word("tell_", role);
  }

  /** The kinds of channels; the inbox gets everything and is not named. */
  String channels(List<String> kinds) {
    return kinds.isEmpty()
        ? lines.text("inbox_only")
        : String.join(" → ", kinds.stream().map(this::channel).toList());
  }

  String channel(String kind) {
    return lines.channelKind(kind);
  }

  String repeat(@Nullable Repeat repeat) {
    return repeat == null
        ? lines.text("never_repeated")
        : lines.say("repeated", span(repeat.every()), span(repeat.longest()), repeat.times());
  }

  /** Whose policy it is. */
  String setBy(@Nullable String unit) {
    return unit == null ? lines.text("policy_of_pack") : lines.unit(unit);
  }

  String listed(List<String> words) {
    return String.join(lines.text("comma"), words);
  }

  /** A step of a policy. */
  public record StepLine(String after, String roles, String channels) {}
}
