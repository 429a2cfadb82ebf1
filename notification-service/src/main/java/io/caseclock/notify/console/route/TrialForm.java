package io.caseclock.notify.console.route;

import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.routing.Routing.Question;
import io.caseclock.notify.words.PolicyWords;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the form that tries a policy out holds, as it was entered. */
record TrialForm(
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
        Forms.text(query, "officer"),
        Forms.text(query, "kind"),
        Forms.text(query, "severity"),
        Forms.text(query, "list"),
        Forms.text(query, "rule"),
        Forms.text(query, "day"));
  }

  /** Whether somebody asks at all. */
  boolean isAsked() {
    return !kind.isEmpty() || !severity.isEmpty() || !list.isEmpty() || !rule.isEmpty();
  }

  /** Empty for a kind, a severity, a list or a rule that does not exist. */
  Optional<Question> question(PolicyWords words) {
    return words.kind("kind", kind).isEmpty()
            && words.severity("severity", severity).isEmpty()
            && words.list("list", Forms.given(list)).isEmpty()
            && words.rule("rule", Forms.given(rule)).isEmpty()
        ? Optional.of(new Question(kind, severity, Forms.given(list), Forms.given(rule), unit))
        : Optional.empty();
  }

  @Nullable String named() {
    return Forms.given(officer);
  }

  /** Now, or noon of another day; empty for what is no day. */
  Optional<Instant> at(PageTime time, Instant now) {
    if (day.isEmpty()) {
      return Optional.of(now);
    }
    Optional<LocalDate> asked = Forms.day(day);
    return asked.map(it -> it.equals(time.today(now)) ? now : time.noonOf(it));
  }
}
