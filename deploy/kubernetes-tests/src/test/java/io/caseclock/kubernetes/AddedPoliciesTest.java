package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link NetworkTest} sees what a policy too many, or one too wide, allows. */
class AddedPoliciesTest {

  /** Of somebody else, in the namespace of the release. */
  private static final String ADDED =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: added
      spec:
        %s
        policyTypes: [Egress]
        egress: [%s]
      """;

  /** A policy that somebody adds holds for whatever pods its labels select. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "podSelector: {} ; 6",
        "podSelector: null ; 6",
        "podSelector: {matchLabels: {app.kubernetes.io/instance: caseclock}} ; 6",
        "podSelector: {matchLabels: {app.kubernetes.io/component: monitor}} ; 1",
        "podSelector: {matchLabels: {app.kubernetes.io/component: monitor-migration}} ; 1",
        "podSelector: {matchExpressions: [{key: app.kubernetes.io/component, operator: In,"
            + " values: [intake, monitor]}]} ; 2",
        "podSelector: {matchExpressions: [{key: app.kubernetes.io/component, operator: NotIn,"
            + " values: [intake]}]} ; 5",
        "podSelector: {matchExpressions: [{key: app.kubernetes.io/component, operator:"
            + " Exists}]} ; 6",
        "podSelector: {matchLabels: {app.kubernetes.io/instance: another}} ; 0",
        "podSelector: {matchExpressions: [{key: app.kubernetes.io/component, operator:"
            + " DoesNotExist}]} ; 0",
      })
  void a_policy_that_is_added_is_found_for_each_part_that_it_selects(String selector, int parts) {
    var province = Chart.rendered(ValueSet.PROVINCE);
    var altered =
        province.plus(
            ADDED.formatted(
                selector, "{to: [{ipBlock: {cidr: 10.9.9.9/32}}], ports: [{port: 22}]}"));

    var added = new HashSet<>(NetworkTest.allowed(altered));
    added.removeAll(NetworkTest.needed(altered, ValueSet.PROVINCE.read()));

    assertThat(added)
        .hasSize(parts)
        .allMatch(arrow -> arrow.port() == 22 && arrow.protocol().equals("TCP"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{} ; lets everything through",
        "{to: [{ipBlock: {cidr: 0.0.0.0/0}}]} ; lets everything through",
        "{to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{protocol: TCP}]} ; names no number of a"
            + " port",
        "{to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: http}]} ; names no number of a port",
      })
  void a_rule_for_all_pods_that_allows_too_much_is_found(String rule, String told) {
    var altered = Chart.rendered(ValueSet.PROVINCE).plus(ADDED.formatted("podSelector: {}", rule));

    assertThatThrownBy(() -> NetworkTest.allowed(altered)).hasMessageContaining(told);
  }

  @Test
  void rules_of_no_effect_are_found() {
    var altered =
        Chart.rendered(ValueSet.PROVINCE)
            .with("policyTypes:\n    - Egress\n", "policyTypes:\n    - Ingress\n");

    assertThatThrownBy(() -> NetworkTest.allowed(altered))
        .hasMessageContaining("has rules of no effect");
  }

  @Test
  void a_range_of_ports_is_found() {
    var altered =
        Chart.rendered(ValueSet.PROVINCE)
            .with("- port: 5432\n", "- port: 5432\n          endPort: 5440\n");

    assertThat(NetworkTest.allowed(altered)).anyMatch(arrow -> arrow.lastPort() == 5440);
    assertThat(NetworkTest.allowed(altered))
        .isNotEqualTo(NetworkTest.needed(altered, ValueSet.PROVINCE.read()));
  }
}
