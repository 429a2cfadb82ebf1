package io.caseclock.notify.notice.issue;

import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.SupervisingUnits;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.routing.Routing.Question;
import java.util.List;

/**
 * Which unit issues a notice, by {@code issued-by} of the route that the notice takes in the policy
 * of the unit above: nobody chooses who issues to himself. What was issued keeps its issuer,
 * whatever the policy or the directory say later.
 */
public final class IssuingUnits {

  private final Routing routing;
  private final SupervisingUnits units;

  public IssuingUnits(Routing routing, SupervisingUnits units) {
    this.routing = routing;
    this.units = units;
  }

  /** The unit in whose name and sequence a notice for this fault is issued. */
  public String of(Fault fault) {
    var above = units.above(fault.unit());
    if (above.isEmpty()) {
      return fault.unit();
    }
    var deadline = fault.deadline();
    var route =
        routing.choose(
            new Question(
                MessageKind.NOTICE.policyWord(),
                fault.severity(),
                deadline == null ? null : deadline.list(),
                fault.rule(),
                above.getFirst()));
    return of(route.route().issuedBy(), fault.unit(), above);
  }

  /**
   * Where the directory knows no such unit, the one directly above issues; for a bureau that is not
   * there, the topmost. Only the root, or a unit that the policy names itself, is both issuer and
   * receiver.
   */
  private String of(String role, String receiver, List<String> above) {
    return switch (role) {
      case "unit-head" -> receiver;
      case "supervising-brigade" -> units.supervisor(receiver).orElse(above.getFirst());
      case "bureau-leader" -> units.bureau(receiver).orElse(above.getLast());
      default -> throw new IllegalArgumentException("no organ that issues: " + role);
    };
  }
}
