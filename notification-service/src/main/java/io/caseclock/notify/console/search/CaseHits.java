package io.caseclock.notify.console.search;

import io.caseclock.contract.Names;
import java.util.List;

/** What the monitor found. */
record CaseHits(Found<CaseHit> cases, Found<SubjectHit> subjects, Found<OfficerHit> officers) {

  static final CaseHits NONE = new CaseHits(Found.none(), Found.none(), Found.none());

  /** Of one kind; {@code more} where there may be more. */
  record Found<T>(List<T> hits, boolean more) {

    static <T> Found<T> none() {
      return new Found<>(List.of(), false);
    }
  }

  /** A case, with how many of its deadlines are open and late. */
  record CaseHit(String caseId, String unit, long open, long breached) {}

  /** A person or thing in a case. */
  record SubjectHit(String subject, Names names, String caseId, String unit) {}

  /** An officer and their post. */
  record OfficerHit(String id, String name, String unit) {

    /** Leaves out the name. */
    @Override
    public String toString() {
      return "OfficerHit[" + id + "]";
    }
  }
}
