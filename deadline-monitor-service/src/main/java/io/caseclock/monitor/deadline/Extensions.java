package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.pack.Extension;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which of the extensions that a rule allows were used, in the order in which the rule lists them:
 * a later kind is open only once the earlier one was used, so that nothing is skipped.
 */
final class Extensions {

  /** What became of an approval. */
  sealed interface Outcome {

    record Granted(Term adds, Extension by) implements Outcome {}

    record Refused(Reason reason) implements Outcome {}
  }

  private final RuleBook book;
  private final RuleVersion version;
  private final boolean isInHours;

  /** Roughly, which is exact where all terms are of one unit. */
  private Duration total;

  private int kind;
  private int usedOfKind;

  Extensions(RuleBook book, RuleVersion version, Term period) {
    this.book = book;
    this.version = version;
    this.isInHours = period.isInHours();
    this.total = period.roughly();
  }

  Outcome use(CaseEvent approval) {
    if (version.extensions().isEmpty()) {
      return new Outcome.Refused(Reason.NOT_EXTENDABLE);
    }
    if (kind < version.extensions().size() && usedOfKind >= current().times()) {
      nextKind();
    }
    if (kind >= version.extensions().size()) {
      return new Outcome.Refused(Reason.TOO_OFTEN);
    }
    var refusal = refusal(current(), approval);
    if (refusal != null && usedOfKind > 0 && kind + 1 < version.extensions().size()) {
      var next = version.extensions().get(kind + 1);
      if (refusal(next, approval) == null) {
        nextKind();
        refusal = null;
      }
    }
    return refusal == null ? granted(approval) : new Outcome.Refused(refusal);
  }

  private Outcome granted(CaseEvent approval) {
    var adds = Objects.requireNonNull(adds(current(), approval), "what is granted was read");
    usedOfKind++;
    total = total.plus(adds.roughly());
    return new Outcome.Granted(adds, current());
  }

  private Extension current() {
    return version.extensions().get(kind);
  }

  private void nextKind() {
    kind++;
    usedOfKind = 0;
  }

  private @Nullable Reason refusal(Extension extension, CaseEvent approval) {
    var adds = adds(extension, approval);
    if (adds == null) {
      return Reason.UNREADABLE;
    }
    if (adds.isLongerThan(extension.adds())) {
      return Reason.TOO_MUCH;
    }
    var cap = extension.total();
    if (cap != null && total.plus(adds.roughly()).compareTo(cap.roughly()) > 0) {
      return Reason.TOO_MUCH;
    }
    return isHighEnough(extension, approval) ? null : Reason.LEVEL_TOO_LOW;
  }

  private boolean isHighEnough(Extension extension, CaseEvent approval) {
    var least = book.level(extension.level());
    var given = approval.text("level").map(book::level).orElse(null);
    if (given == null) {
      return book.conditionsHold();
    }
    return least != null && given.satisfies(least);
  }

  /**
   * What an approval adds, in days of the kind that the extension counts in. Hours prolong only a
   * period of hours, and nothing else does: neither is ever converted.
   */
  private @Nullable Term adds(Extension extension, CaseEvent approval) {
    try {
      return approval
          .text("adds")
          .map(text -> Term.ofIso(text, extension.adds().unit()))
          .filter(adds -> adds.isInHours() == isInHours)
          .filter(adds -> adds.isInHours() == extension.adds().isInHours())
          .orElse(null);
    } catch (IllegalArgumentException | DateTimeException e) {
      return null;
    }
  }
}
