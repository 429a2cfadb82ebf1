package io.caseclock.notify.console.level;

import io.caseclock.notify.console.frame.FormRefusedException;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of a review, as it was entered.
 *
 * @param finding justified or unjustified; empty while nothing is chosen
 * @param faults the fields that cannot be taken
 */
public record ReviewForm(String finding, String note, Set<String> faults) {

  static final ReviewForm BLANK = new ReviewForm("", "", Set.of());

  private static final List<String> FINDINGS = List.of("justified", "unjustified");

  /** Refuses what the page does not offer. */
  static ReviewForm read(MultivaluedMap<String, String> fields) {
    var finding = Forms.text(fields, "finding");
    if (!finding.isEmpty() && !FINDINGS.contains(finding)) {
      throw FormRefusedException.noSuchValue("finding");
    }
    return new ReviewForm(finding, Forms.text(fields, "note"), Set.of());
  }

  /** With the faults that the monitor names. */
  ReviewForm refused(Problem problem) {
    return new ReviewForm(
        finding,
        note,
        problem.violations().stream()
            .map(one -> one.pointer().replaceFirst("^/", ""))
            .collect(Collectors.toUnmodifiableSet()));
  }

  public boolean isFaulty(String field) {
    return faults.contains(field);
  }

  /** Leaves out what was written. */
  @Override
  public String toString() {
    return "ReviewForm[" + finding + ", " + faults + "]";
  }
}
