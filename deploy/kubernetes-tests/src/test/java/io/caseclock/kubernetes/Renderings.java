package io.caseclock.kubernetes;

import static org.junit.jupiter.api.Named.named;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * All that tests look at where every one of the chart's conditions has to hold once: the sets of
 * values as they are, beside operators, and with whatever no set switches on.
 */
final class Renderings {

  private Renderings() {}

  static Stream<Named<Rendered>> all() {
    return Stream.of(
        named("one machine", Chart.rendered(ValueSet.ONE_MACHINE)),
        named("province", Chart.rendered(ValueSet.PROVINCE)),
        named("offline", Chart.rendered(ValueSet.OFFLINE)),
        named("operators, passwords", Operators.rendered(ValueSet.PROVINCE)),
        named("operators, certificates", Operators.rendered(ValueSet.PROVINCE, "tls")),
        named("tokens that are asked about", withRevokedTokens()),
        named("a gate", withGate()));
  }

  static Rendered withRevokedTokens() {
    return Rendered.of(
        Chart.template(ValueSet.ONE_MACHINE).set("oidc.revokedWithin", "10s").call());
  }

  static Rendered withGate() {
    return Rendered.of(Chart.template(ValueSet.OFFLINE).set("packs.gate.enabled", true).call());
  }
}
