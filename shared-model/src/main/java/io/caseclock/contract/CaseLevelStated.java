package io.caseclock.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a case, as the monitor knows it: always the whole of it, on {@code case-levels}, each
 * time anything of it changes. A case of which nothing was ever stated is ordinary.
 *
 * @param since when the level was set
 * @param version rises with each statement about the case; an older one changes nothing
 * @param officers whom deadlines of the case name that systems began, not people, in order
 * @param accesses in need that last, or that nobody has reviewed yet, the newest first
 * @param at when it was stated
 */
public record CaseLevelStated(
    String caseId,
    CaseLevel level,
    Instant since,
    long version,
    List<String> officers,
    List<Access> accesses,
    Instant at) {

  /** The most officers of one statement. */
  public static final int MOST_OFFICERS = 2_000;

  /** The most accesses of one statement. */
  public static final int MOST_ACCESSES = 200;

  public CaseLevelStated {
    officers = List.copyOf(officers);
    accesses = List.copyOf(accesses);
  }

  /** Deterministic: the same statement, told twice, has the same id. */
  public String id() {
    return "case-level:" + caseId + ":" + version;
  }

  /** Leaves out the accesses, whose reasons may name persons. */
  @Override
  public String toString() {
    return "CaseLevelStated[" + caseId + ", " + level + ", " + version + "]";
  }

  /**
   * Somebody opened the case in need.
   *
   * @param unit who had the case then, and whose supervisors review it
   * @param account whose account sees the case
   * @param officer the officer whose account it is; null for none
   * @param fromUnit the unit of the account
   * @param reason why, in their own words
   * @param until the first instant at which the account does not see the case any more
   * @param reviewed whether a supervisor has reviewed it
   */
  public record Access(
      UUID id,
      String unit,
      String account,
      @Nullable String officer,
      String fromUnit,
      String reason,
      Instant openedAt,
      Instant until,
      boolean reviewed) {

    /** Leaves out the reason. */
    @Override
    public String toString() {
      return "Access[" + id + ", " + account + ", " + openedAt + "]";
    }
  }
}
