package io.caseclock.notify.notice.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.SupervisingUnits;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.NoticeOffice;
import io.caseclock.notify.routing.KnownPeople;
import io.caseclock.notify.routing.NoOverrides;
import io.caseclock.notify.routing.RouteOverrides;
import io.caseclock.notify.routing.Routing;
import io.caseclock.pack.Match;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuingUnitsTest {

  /** A bureau with one sub-bureau that has a legal unit and two that have none. */
  private final KnownPeople units =
      new KnownPeople()
          .unit("B", null, "bureau")
          .unit("B-LEGAL", "B", "legal")
          .unit("S1", "B", "sub-bureau")
          .unit("S1-CRIME", "S1", "brigade")
          .unit("S1-LEGAL", "S1", "legal")
          .unit("S1-POST", "S1", "station")
          .unit("S1-POST-TEAM", "S1-POST", "station")
          .unit("S2", "B", "sub-bureau")
          .unit("S2-CRIME", "S2", "brigade")
          .unit("S2-POST", "S2", "station")
          .unit("S3", "B", "sub-bureau")
          .unit("S3-CRIME", "S3", "brigade")
          .unit("S3-TRAFFIC", "S3", "brigade")
          .unit("S3-POST", "S3", "station")
          .unit("LONE", null, "station")
          .unit("LONE-POST", "LONE", "station");

  @ParameterizedTest(name = "{1} of {0} is {2}")
  @CsvSource({
    "S1-POST, supervising-brigade, S1-LEGAL",
    "S1-POST-TEAM, supervising-brigade, S1-LEGAL",
    "S1-CRIME, supervising-brigade, S1-LEGAL",
    // Nobody issues to himself: the legal unit is under the one of the bureau.
    "S1-LEGAL, supervising-brigade, B-LEGAL",
    "S1, supervising-brigade, B-LEGAL",
    "B-LEGAL, supervising-brigade, B",
    // The only brigade supervises stations, and no brigade.
    "S2-POST, supervising-brigade, S2-CRIME",
    "S2-CRIME, supervising-brigade, B-LEGAL",
    // Of two brigades neither does; the nearest legal unit further up.
    "S3-POST, supervising-brigade, B-LEGAL",
    "LONE-POST, supervising-brigade, LONE",
    "LONE, supervising-brigade, LONE",
    "B, supervising-brigade, B",
    "UNKNOWN, supervising-brigade, UNKNOWN",
    "S1-POST, unit-head, S1-POST",
    "S1-POST-TEAM, bureau-leader, S1",
    "S1, bureau-leader, B",
    "B, bureau-leader, B",
    "LONE-POST, bureau-leader, LONE",
  })
  void a_role_of_the_policy_is_a_unit(String receiver, String role, String issuer) {
    assertThat(issuedBy(role).of(fault(receiver, "ordinary"))).isEqualTo(issuer);
  }

  @Test
  void the_route_that_is_for_the_notice_decides() {
    var grave = new Match(Set.of("notice"), Set.of("grave"), Set.of(), Set.of());
    var issuers =
        issuers(
            List.of(
                route("grave", grave, "bureau-leader"),
                route("all", Match.EVERYTHING, "unit-head")));

    assertThat(issuers.of(fault("S1-POST", "grave"))).isEqualTo("S1");
    assertThat(issuers.of(fault("S1-POST", "ordinary"))).isEqualTo("S1-POST");
  }

  @Test
  void nobody_chooses_by_a_policy_of_his_own_who_issues_to_him() {
    var own = List.of(route("own", Match.EVERYTHING, "unit-head"));

    assertThat(withPolicyOf("S1-POST", own).of(fault("S1-POST", "ordinary"))).isEqualTo("S1-LEGAL");
    assertThat(withPolicyOf("S1", own).of(fault("S1-POST", "ordinary"))).isEqualTo("S1-POST");
  }

  private IssuingUnits withPolicyOf(String unit, List<Route> routes) {
    var pack = List.of(route("all", Match.EVERYTHING, Route.ISSUER));
    return new IssuingUnits(
        new Routing(pack, new OneOverride(unit, routes), units), new SupervisingUnits(units));
  }

  /** One unit has a policy of its own. */
  private record OneOverride(String setBy, List<Route> routes) implements RouteOverrides {
    @Override
    public Optional<Kept> of(String unit) {
      return unit.equals(setBy)
          ? Optional.of(new Kept(routes, "S1", NoticeOffice.NOW))
          : Optional.empty();
    }

    @Override
    public long lockedVersion(String unit) {
      return 0;
    }

    @Override
    public long version(String unit) {
      return 0;
    }

    @Override
    public void put(String unit, List<Route> others, String officer, Instant at) {
      throw new UnsupportedOperationException("the policy is set");
    }
  }

  private IssuingUnits issuedBy(String role) {
    return issuers(List.of(route("all", Match.EVERYTHING, role)));
  }

  private IssuingUnits issuers(List<Route> routes) {
    return new IssuingUnits(
        new Routing(routes, new NoOverrides(), units), new SupervisingUnits(units));
  }

  private static Route route(String id, Match match, String issuedBy) {
    var step = new Step(Duration.ZERO, List.of("officer"), List.of());
    return new Route(id, match, false, false, List.of(step), null, Route.LONGEST_PLAN, issuedBy);
  }

  private static Fault fault(String unit, String severity) {
    var text = new Names("卷内缺页", "A page is missing");
    return new Fault(
        "N1",
        unit,
        null,
        "A1",
        "case/A1",
        "case-file",
        "示例规定 第二条",
        text,
        severity,
        NoticeOffice.NOW,
        null,
        List.of());
  }
}
