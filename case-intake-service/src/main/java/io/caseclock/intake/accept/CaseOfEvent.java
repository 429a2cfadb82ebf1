package io.caseclock.intake.accept;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.Subject;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the case that an event belongs to, and refuses subjects that belong to none. */
final class CaseOfEvent {

  private static final Set<String> KINDS =
      Set.of("case", "incident", "person", "property", "case-file", "venue");
  private static final Map<String, String> DIRECTORY_KINDS =
      Map.of(
          BuiltInTypes.UNIT_REGISTERED, "unit",
          BuiltInTypes.OFFICER_ASSIGNED, "officer",
          BuiltInTypes.OFFICER_AWAY, "officer");

  /** The tree keeps ids in paths, so that a slash would forge a place in it, or a key. */
  private static final Pattern DIRECTORY_ID = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

  private static final int LONGEST = 120;

  private CaseOfEvent() {}

  /** The case id; meaningless where a fault was added. */
  static String of(String type, Subject subject, Map<String, Object> data, Faults faults) {
    var directoryKind = DIRECTORY_KINDS.get(type);
    if (directoryKind != null) {
      if (!subject.kind().equals(directoryKind)) {
        faults.invalid("/subject", "must read " + directoryKind + "/ID for this type");
      } else if (!DIRECTORY_ID.matcher(subject.id()).matches()) {
        faults.invalid("/subject", "has an id with other characters than letters, digits, . _ -");
      }
      return subject.toString();
    }
    if (!KINDS.contains(subject.kind())) {
      faults.invalid("/subject", "must be about one of " + String.join(", ", sortedKinds()));
    }
    return caseId(subject, data, faults);
  }

  private static String caseId(Subject subject, Map<String, Object> data, Faults faults) {
    var stated = data.get("caseId") instanceof String text ? text : null;
    var own = subject.isCase() || subject.kind().equals("incident") ? subject.id() : null;
    if (subject.isCase() && stated != null && !stated.equals(own)) {
      faults.invalid("/data/caseId", "differs from the case in the subject");
    }
    if (stated != null && (stated.isBlank() || stated.length() > LONGEST)) {
      faults.invalid("/data/caseId", "must have 1 to " + LONGEST + " characters");
    }
    if (stated == null && own == null) {
      faults.invalid("/data/caseId", "is missing, since the subject is not the case");
    }
    return stated != null ? stated : String.valueOf(own);
  }

  private static Iterable<String> sortedKinds() {
    return KINDS.stream().sorted().toList();
  }
}
