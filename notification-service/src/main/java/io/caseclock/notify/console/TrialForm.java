package io.caseclock.notify.console;

import io.caseclock.notify.routing.Routing.Question;
import io.caseclock.notify.words.PolicyWords;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the form that tries a policy out holds, as it was entered. */
public record TrialForm(
    String unit,
    String officer,
    String kind,
    String severity,
    String list,
    String rule,
    String day) {

  static TrialForm of(String unit, MultivaluedMap<String, String> query) {
    return new TrialForm(
        unit,
        field(query, "officer"),
        field(query, "kind"),
        field(query, "severity"),
        field(query, "list"),
        field(query, "rule"),
        field(query, "day"));
  }

  private static String field(MultivaluedMap<String, String> query, String name) {
    return Objects.toString(query.getFirst(name), "").strip();
  }

  /** Whether somebody asks at all. */
  boolean isAsked() {
    return !kind.isEmpty() || !severity.isEmpty() || !list.isEmpty() || !rule.isEmpty();
  }

  /** Empty for a kind, a severity, a list or a rule that does not exist. */
  Optional<Question> question(PolicyWords words) {
    return words.kind("kind", kind).isEmpty()
            && words.severity("severity", severity).isEmpty()
            && words.list("list", given(list)).isEmpty()
            && words.rule("rule", given(rule)).isEmpty()
        ? Optional.of(new Question(kind, severity, given(list), given(rule), unit))
        : Optional.empty();
  }

  @Nullable String named() {
    return given(officer);
  }

  /** Now, or noon of another day; empty for what is no day. */
  Optional<Instant> at(PageTime time, Instant now) {
    if (day.isEmpty()) {
      return Optional.of(now);
    }
    Optional<LocalDate> asked = PageTime.day(day);
    return asked.map(it -> it.equals(time.today(now)) ? now : time.noonOf(it));
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }
}
