package io.caseclock.notify.console;

import io.caseclock.attribute.Identifier;
import io.caseclock.notify.silence.AskForSilence.Wish;
import io.caseclock.notify.silence.Silence;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the form of a silence holds, as it was entered; empty asks nothing. */
public record SilenceForm(
    String unit,
    String kind,
    String severity,
    String list,
    String rule,
    String caseId,
    boolean everything,
    String reason,
    String until) {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_ID = 120;

  static SilenceForm empty(String unit, String until) {
    return new SilenceForm(unit, "", "", "", "", "", false, "", until);
  }

  static SilenceForm of(MultivaluedMap<String, String> form) {
    return new SilenceForm(
        field(form, "unit"),
        field(form, "kind"),
        field(form, "severity"),
        field(form, "list"),
        field(form, "rule"),
        field(form, "caseId"),
        field(form, "everything").equals("yes"),
        field(form, "reason"),
        field(form, "until"));
  }

  private static String field(MultivaluedMap<String, String> form, String name) {
    return Objects.toString(form.getFirst(name), "").strip();
  }

  /** From now on; empty where something is missing, too long or not known. */
  Optional<Wish> wish(PageTime time, Instant now) {
    return isComplete()
        ? time.instant(until).map(end -> new Wish(unit, everything, reason, now, end))
        : Optional.empty();
  }

  private boolean isComplete() {
    return !unit.isEmpty()
        && !reason.isEmpty()
        && reason.length() <= LONGEST_REASON
        && (caseId.isEmpty() || Identifier.read(caseId).asValue().isPresent())
        && Math.max(
                Math.max(unit.length(), caseId.length()), Math.max(list.length(), rule.length()))
            <= LONGEST_ID;
  }

  Silence.Covers covers() {
    return new Silence.Covers(
        given(kind),
        given(severity),
        given(list),
        given(rule),
        Identifier.read(caseId).asValue().orElse(null));
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }
}
