package io.caseclock.monitor.search;

import java.util.List;

/** Finds what the unit, and those below it, may see. */
public interface CaseSearch {

  /**
   * Cases whose number is, begins or ends with one of the texts: the number itself first, then by
   * number. A case of which only single deadlines are the unit's is found by its whole number.
   */
  Hits<CaseHit> cases(List<String> texts, String unit, int limit);

  /**
   * Subjects of cases of the unit.
   *
   * @param beginnings how they may begin, such as {@code person/P-7}
   * @param ends how their identifiers may end instead, such as {@code recorder-5}
   */
  Hits<SubjectHit> subjects(List<String> beginnings, List<String> ends, String unit, int limit);

  /** Officers posted to the unit now whose id begins with the text, or whose name holds it. */
  Hits<OfficerHit> officers(String text, String unit, int limit);

  /**
   * What was found.
   *
   * @param more whether there is, or may be, more than was looked at
   */
  record Hits<T>(List<T> found, boolean more) {

    public Hits {
      found = List.copyOf(found);
    }

    /** The first of them, where one more than these was asked for. */
    public static <T> Hits<T> cut(List<T> found, int limit) {
      return new Hits<>(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }
  }

  /**
   * A case.
   *
   * @param unit who has it
   * @param open how many of its deadlines are open, late ones among them
   * @param breached how many of them are late
   */
  record CaseHit(String caseId, String unit, long open, long breached) {}

  /** A person or thing in one case. */
  record SubjectHit(String subject, String caseId, String unit) {}

  /** An officer and their present post. */
  record OfficerHit(String id, String name, String unit) {

    /** Leaves out the name. */
    @Override
    public String toString() {
      return "OfficerHit[" + id + "]";
    }
  }
}
