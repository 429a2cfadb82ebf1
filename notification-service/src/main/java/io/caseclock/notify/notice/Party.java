package io.caseclock.notify.notice;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import java.util.Optional;
import java.util.stream.Stream;

/** Who stands in which relation to a notice that lies within the caller's subtree. */
public enum Party {
  /** Whoever has to answer the notice. */
  RESPONSIBLE,
  /** Whoever names the day by which it is rectified: the one who answers it, or a supervisor. */
  PLANNER,
  /**
   * Whoever decides on an objection, in the unit that issued it or above: neither the objector nor
   * whoever issued it by hand.
   */
  DECIDER,
  /** Whoever reviews the rectification. */
  REVIEWER,
  /** Whoever takes the notice back, in the unit that issued it or above. */
  WITHDRAWER,
  /** Whoever hands it to another officer. */
  ASSIGNER;

  /** Why the caller is none of these; empty where the caller is. */
  public Optional<Refusal> refusal(Notice notice, Acting acting) {
    var caller = acting.caller();
    return switch (this) {
      case RESPONSIBLE -> unless(isResponsible(notice, acting), Refusal.NOT_RESPONSIBLE);
      case PLANNER ->
          unless(
              isResponsible(notice, acting) || isSupervisor(notice, caller),
              Refusal.NOT_RESPONSIBLE);
      case DECIDER ->
          unless(mayRevoke(notice, caller) && isPerson(caller), Refusal.NOT_DECIDER)
              .or(() -> unless(!hasDisputed(notice, caller), Refusal.OWN_WORK))
              .or(() -> unlessOwnWork(notice, acting));
      case REVIEWER ->
          unless(
                  oversees(notice, caller)
                      && (caller.is(Role.LEGAL_OFFICER) || notice.isOrder())
                      && isPerson(caller),
                  Refusal.NOT_REVIEWER)
              .or(() -> unlessOwnWork(notice, acting));
      case WITHDRAWER ->
          unless(mayRevoke(notice, caller), Refusal.NOT_WITHDRAWER)
              .or(() -> unlessOwnWork(notice, acting));
      case ASSIGNER -> unless(oversees(notice, caller), Refusal.NOT_ASSIGNER);
    };
  }

  /** The caller, and the role in which the step is written down. */
  public Actor actor(Notice notice, Acting acting) {
    var caller = acting.caller();
    if (this == RESPONSIBLE || (this == PLANNER && isResponsible(notice, acting))) {
      return Actor.of(caller, answering(notice, caller))
          .actingFor(acting.standsIn() ? notice.officer() : null);
    }
    return this == PLANNER ? Actor.of(caller, Role.SUPERVISOR) : Actor.supervising(caller);
  }

  /**
   * The named officer, or who stands in; where none is named, any officer of the unit. An order is
   * for the unit as a whole: there its legal officers and supervisors answer too.
   */
  private static boolean isResponsible(Notice notice, Acting acting) {
    var caller = acting.caller();
    if (notice.officer() != null) {
      return acting.standsIn() || caller.asOfficer().filter(notice.officer()::equals).isPresent();
    }
    var answers = caller.is(Role.OFFICER) || (notice.isOrder() && isOverseer(caller));
    return answers && isPerson(caller) && isOfItsUnit(notice, caller);
  }

  /** Whether the caller may plan beyond what an officer may. */
  public static boolean isSupervisor(Notice notice, Caller caller) {
    return caller.is(Role.SUPERVISOR) && oversees(notice, caller);
  }

  /**
   * Legal officers and supervisors of the subtree; an order is overseen only from above its unit.
   */
  private static boolean oversees(Notice notice, Caller caller) {
    return isOverseer(caller) && !(notice.isOrder() && isOfItsUnit(notice, caller));
  }

  /** Who oversees it, but not in the unit that it was issued to by another. */
  private static boolean mayRevoke(Notice notice, Caller caller) {
    var issuedToItself = notice.serial().unit().equals(notice.unit());
    return oversees(notice, caller) && (issuedToItself || !isOfItsUnit(notice, caller));
  }

  private static boolean isOverseer(Caller caller) {
    return caller.is(Role.LEGAL_OFFICER) || caller.is(Role.SUPERVISOR);
  }

  private static boolean isOfItsUnit(Notice notice, Caller caller) {
    return caller.visibleUnit().filter(notice.unit()::equals).isPresent();
  }

  private static boolean isPerson(Caller caller) {
    return caller.asOfficer().isPresent();
  }

  private static boolean hasDisputed(Notice notice, Caller caller) {
    return caller
        .asOfficer()
        .filter(person -> person.equals(notice.objector()) || person.equals(notice.issuer()))
        .isPresent();
  }

  /** Nobody who has to answer the notice, or has worked on its rectification, decides on it. */
  private static Optional<Refusal> unlessOwnWork(Notice notice, Acting acting) {
    var isOwn =
        acting
            .asOfficer()
            .filter(
                person ->
                    acting.standsIn()
                        || notice.contributors().contains(person)
                        || person.equals(notice.officer())
                        || person.equals(notice.state().memory().rectifier()))
            .isPresent();
    return unless(!isOwn, Refusal.OWN_WORK);
  }

  private static Role answering(Notice notice, Caller caller) {
    return Stream.of(Role.OFFICER, Role.LEGAL_OFFICER, Role.SUPERVISOR)
        .filter(role -> notice.isOrder() && caller.is(role))
        .findFirst()
        .orElse(Role.OFFICER);
  }

  private static Optional<Refusal> unless(boolean allowed, Refusal refusal) {
    return allowed ? Optional.empty() : Optional.of(refusal);
  }
}
