package io.caseclock.notify.console.silence;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.WrittenText;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.silence.AskForSilence.Wish;
import io.caseclock.notify.silence.Silence;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;

/** What the form of a silence holds, as it was entered; empty asks nothing. */
record SilenceForm(
    String unit,
    String kind,
    String severity,
    String list,
    String rule,
    String caseId,
    boolean everything,
    String reason,
    String until) {

  private static final WrittenText REASON = WrittenText.lines(500);
  private static final int LONGEST_ID = 120;

  static SilenceForm empty(String unit, String until) {
    return new SilenceForm(unit, "", "", "", "", "", false, "", until);
  }

  /** What the address of the page asks for: a rule that is too loud, for one. */
  static SilenceForm asked(MultivaluedMap<String, String> query, String root, String until) {
    var unit = Forms.text(query, "unit");
    return new SilenceForm(
        unit.isEmpty() ? root : unit,
        Forms.text(query, "kind"),
        Forms.text(query, "severity"),
        Forms.text(query, "list"),
        Forms.text(query, "rule"),
        Forms.text(query, "case"),
        false,
        "",
        until);
  }

  /** Whether somebody came here to ask for a silence. */
  public boolean isPrefilled() {
    return !kind.isEmpty()
        || !severity.isEmpty()
        || !list.isEmpty()
        || !rule.isEmpty()
        || !caseId.isEmpty();
  }

  static SilenceForm of(MultivaluedMap<String, String> form) {
    return new SilenceForm(
        Forms.text(form, "unit"),
        Forms.text(form, "kind"),
        Forms.text(form, "severity"),
        Forms.text(form, "list"),
        Forms.text(form, "rule"),
        Forms.text(form, "caseId"),
        Forms.text(form, "everything").equals("yes"),
        Forms.text(form, "reason"),
        Forms.text(form, "until"));
  }

  /** From now on; empty where something is missing, too long or not known. */
  Optional<Wish> wish(PageTime time, Instant now) {
    return isComplete()
        ? time.instant(until).map(end -> new Wish(unit, everything, reason, now, end))
        : Optional.empty();
  }

  private boolean isComplete() {
    return !unit.isEmpty()
        && REASON.takes(reason)
        && (caseId.isEmpty() || Identifier.read(caseId).asValue().isPresent())
        && Math.max(
                Math.max(unit.length(), caseId.length()), Math.max(list.length(), rule.length()))
            <= LONGEST_ID;
  }

  Silence.Covers covers() {
    return new Silence.Covers(
        Forms.given(kind),
        Forms.given(severity),
        Forms.given(list),
        Forms.given(rule),
        Identifier.read(caseId).asValue().orElse(null));
  }
}
