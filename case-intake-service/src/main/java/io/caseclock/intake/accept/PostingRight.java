package io.caseclock.intake.accept;

import static io.caseclock.access.Role.ADMINISTRATOR;
import static io.caseclock.access.Role.LEGAL_OFFICER;
import static io.caseclock.access.Role.PRECINCT_SYSTEM;
import static io.caseclock.access.Role.SUPERVISOR;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Journal;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Decides whether a caller may post an event. */
final class PostingRight {

  private static final Set<Role> CASE_EVENTS = Set.of(PRECINCT_SYSTEM, ADMINISTRATOR);
  private static final Set<Role> FINDINGS =
      Set.of(PRECINCT_SYSTEM, ADMINISTRATOR, LEGAL_OFFICER, SUPERVISOR);
  private static final Set<Role> DIRECTORY_NEWS = Set.of(ADMINISTRATOR);
  static final String FOREIGN = "lies outside the caller's own unit and those below it";
  private static final String ELSEWHERE = "serves in a unit that " + FOREIGN;
  private static final String UNKNOWN = "the directory does not know this unit";

  private final WithdrawalRight withdrawals;

  PostingRight(Journal journal) {
    withdrawals = new WithdrawalRight(journal);
  }

  void check(CheckedEvent event, Caller caller, UnitsInReach reach, Faults faults) {
    if (caller.roles().stream().noneMatch(roles(event.type())::contains)) {
      faults.add(ProblemType.NOT_ALLOWED, "/type", "the caller's role may not post this type");
      return;
    }
    if (!caller.isHeldTo(event.type())) {
      faults.add(ProblemType.NOT_ALLOWED, "/type", "the caller's key is not for this type");
      return;
    }
    if (event.type().equals(BuiltInTypes.EVENT_WITHDRAWN)) {
      withdrawals.check(event, caller, reach, faults);
    }
    switch (event.news()) {
      case null -> checkCaseUnit(event, caller, reach, faults);
      case UnitRegistered unit -> checkUnit(unit, caller, reach, faults);
      case OfficerAssigned post -> checkPost(post, caller, reach, faults);
      case OfficerAway away -> checkAbsence(away, caller, reach, faults);
    }
  }

  private static Set<Role> roles(String type) {
    if (BuiltInTypes.DIRECTORY.contains(type)) {
      return DIRECTORY_NEWS;
    }
    return type.equals(BuiltInTypes.FINDING_RECORDED) ? FINDINGS : CASE_EVENTS;
  }

  /**
   * A case may be handed to any unit; whether it is the caller's to give, {@link CaseRight} says.
   */
  private static void checkCaseUnit(
      CheckedEvent event, Caller caller, UnitsInReach reach, Faults faults) {
    if (!event.type().equals(BuiltInTypes.CASE_ASSIGNED)) {
      checkUnit(event.unit(), reach, faults);
    } else if (!reach.knows(event.unit())) {
      faults.add(ProblemType.UNKNOWN_UNIT, "/data/unit", UNKNOWN);
    } else if (!event.subject().isCase()) {
      faults.invalid("/subject", "must be the case itself for this type");
    } else if (caller.visibleUnit().isEmpty() && !caller.is(ADMINISTRATOR)) {
      faults.add(ProblemType.NOT_ALLOWED, "/data/unit", FOREIGN);
    }
  }

  private static void checkUnit(String unit, UnitsInReach reach, Faults faults) {
    if (!reach.knows(unit)) {
      faults.add(ProblemType.UNKNOWN_UNIT, "/data/unit", UNKNOWN);
    } else if (!reach.contains(unit)) {
      faults.add(ProblemType.NOT_ALLOWED, "/data/unit", FOREIGN);
    }
  }

  /**
   * An administrator without a unit sets the tree up; one with a unit keeps to what is below it.
   */
  private static void checkUnit(
      UnitRegistered unit, Caller caller, UnitsInReach reach, Faults faults) {
    var parent = unit.parent();
    if (parent != null && liesBelow(parent, unit.id(), reach)) {
      faults.invalid("/data/parent", "lies below the unit itself");
    }
    var isNew = !reach.knows(unit.id());
    var mayPlace =
        reach.isRoot(unit.id())
            ? isNew || Objects.equals(reach.parentOf(unit.id()).orElse(null), parent)
            : parent != null && reach.contains(parent) && (isNew || reach.contains(unit.id()));
    if (caller.visibleUnit().isPresent() && !mayPlace) {
      faults.add(ProblemType.NOT_ALLOWED, "/data/parent", FOREIGN);
    }
  }

  private static boolean liesBelow(String unit, String ancestor, UnitsInReach reach) {
    var seen = new HashSet<String>();
    var above = unit;
    while (above != null && seen.add(above)) {
      if (above.equals(ancestor)) {
        return true;
      }
      above = reach.parentOf(above).orElse(null);
    }
    return false;
  }

  private static void checkPost(
      OfficerAssigned post, Caller caller, UnitsInReach reach, Faults faults) {
    if (!reach.knows(post.unit())) {
      faults.add(ProblemType.UNKNOWN_UNIT, "/data/unit", UNKNOWN);
    } else if (caller.visibleUnit().isPresent()) {
      if (!reach.contains(post.unit())) {
        faults.add(ProblemType.NOT_ALLOWED, "/data/unit", FOREIGN);
      }
      checkServesInReach(post.id(), post.since(), reach, faults);
    }
  }

  /**
   * Who is not known yet may be away, and may stand in: news of the directory come in any order.
   * Who is known serves in reach, since the substitute is told what the officer would be told.
   */
  private static void checkAbsence(
      OfficerAway away, Caller caller, UnitsInReach reach, Faults faults) {
    if (caller.visibleUnit().isEmpty()) {
      return;
    }
    checkServesInReach(away.officer(), away.from(), reach, faults);
    var substitute = away.substitute();
    if (substitute != null && isElsewhere(reach.postOf(substitute), reach)) {
      faults.add(ProblemType.NOT_ALLOWED, "/data/substitute", ELSEWHERE);
    }
  }

  /** Nobody changes what holds, or held then, for an officer of another part of the tree. */
  private static void checkServesInReach(
      String officer, Instant at, UnitsInReach reach, Faults faults) {
    if (isElsewhere(reach.postOf(officer), reach)
        || isElsewhere(reach.postOf(officer, at), reach)) {
      faults.add(ProblemType.NOT_ALLOWED, "/subject", ELSEWHERE);
    }
  }

  private static boolean isElsewhere(Optional<String> unit, UnitsInReach reach) {
    return unit.filter(post -> !reach.contains(post)).isPresent();
  }
}
