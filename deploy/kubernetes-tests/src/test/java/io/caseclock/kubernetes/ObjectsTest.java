package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rendered, as a cluster would read it. */
class ObjectsTest {

  @ParameterizedTest
  @EnumSource
  void no_object_has_a_field_that_its_kind_does_not_know(ValueSet set) {
    assertThat(unknown(Chart.rendered(set))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "readOnlyRootFilesystem:, readOnlyRootFileSystem:, readOnlyRootFileSystem",
    "maxUnavailable: 1, maxUnavailabel: 1, maxUnavailabel",
    "podSelector:, podSelektor:, podSelektor",
    "minReplicaCount:, minReplicasCount:, minReplicasCount",
    "lagThreshold:, lagTreshold:, lagTreshold",
    "authenticationRef:, authentificationRef:, authentificationRef",
    "targetLabels:, targetLabel:, targetLabel",
    "path: /q/metrics, pfad: /q/metrics, pfad",
    "credentials:, credential:, credential",
    "for: 2m, fur: 2m, fur",
    "expr:, expression:, expression",
  })
  void a_misspelt_field_is_found(String right, String wrong, String told) {
    assertThat(unknown(Chart.rendered(ValueSet.PROVINCE).with(right, wrong)))
        .anySatisfy(field -> assertThat(field).endsWith("." + told));
  }

  @ParameterizedTest
  @EnumSource
  void only_kinds_of_named_operators_are_not_kubernetes_own(ValueSet set) {
    assertThat(Chart.rendered(set).all(GenericKubernetesResource.class))
        .extracting(object -> object.getApiVersion() + " " + object.getKind())
        .isSubsetOf(
            "external-secrets.io/v1 ExternalSecret",
            "kafka.strimzi.io/v1 KafkaTopic",
            "keda.sh/v1alpha1 ScaledObject",
            "monitoring.coreos.com/v1 PrometheusRule",
            "monitoring.coreos.com/v1 ServiceMonitor");
  }

  @ParameterizedTest
  @EnumSource
  void names_are_used_once_and_labels_say_to_whom_an_object_belongs(ValueSet set) {
    var objects = Chart.rendered(set).objects();

    assertThat(objects)
        .extracting(object -> object.getKind() + "/" + object.getMetadata().getName())
        .doesNotHaveDuplicates();
    assertThat(objects)
        .allSatisfy(
            object ->
                assertThat(object.getMetadata().getLabels())
                    .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                    .containsKey("helm.sh/chart"));
  }

  @ParameterizedTest
  @EnumSource
  void what_selects_pods_selects_those_of_its_service(ValueSet set) {
    var rendered = Chart.rendered(set);

    for (var service : Service.values()) {
      var deployment = rendered.deployment(service);
      var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
      assertThat(labels).containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
      assertThat(selectors(rendered, service))
          .isNotEmpty()
          .allSatisfy(selector -> assertThat(labels).containsAllEntriesOf(selector))
          .allSatisfy(selector -> assertThat(selector).containsKey("app.kubernetes.io/component"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_service_has_a_budget_and_is_spread_by_what_selects_its_own_pods_alone(Service service) {
    var province = Chart.rendered(ValueSet.PROVINCE);
    var spec = province.deployment(service).getSpec();
    var own = spec.getSelector().getMatchLabels();

    assertThat(province.all(PodDisruptionBudget.class))
        .filteredOn(budget -> service.isMeantBy(budget.getMetadata().getLabels()))
        .singleElement()
        .satisfies(
            budget -> {
              assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(own);
              assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
            });
    assertThat(spec.getTemplate().getSpec().getTopologySpreadConstraints())
        .allSatisfy(
            spread -> {
              assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(own);
              assertThat(spread.getMatchLabelKeys()).containsExactly("pod-template-hash");
            })
        .extracting(TopologySpreadConstraint::getTopologyKey)
        .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    assertThat(Arrays.stream(Service.values()).filter(other -> other != service))
        .isNotEmpty()
        .allSatisfy(
            other ->
                assertThat(
                        province
                            .deployment(other)
                            .getSpec()
                            .getTemplate()
                            .getMetadata()
                            .getLabels())
                    .doesNotContainEntry(
                        "app.kubernetes.io/component", own.get("app.kubernetes.io/component")));
  }

  @Test
  void where_somebody_else_sets_the_replicas_the_chart_does_not() {
    var province = Chart.rendered(ValueSet.PROVINCE);

    assertThat(province.all(Deployment.class))
        .allSatisfy(deployment -> assertThat(deployment.getSpec().getReplicas()).isNull());
    assertThat(province.all(HorizontalPodAutoscaler.class))
        .extracting(scaler -> scaler.getSpec().getScaleTargetRef().getName())
        .containsExactly("caseclock-intake");
    assertThat(province.custom("ScaledObject"))
        .extracting(scaler -> scaler.<Map<String, String>>get("spec", "scaleTargetRef").get("name"))
        .containsExactlyInAnyOrder("caseclock-monitor", "caseclock-notification");
    assertThat(Chart.rendered(ValueSet.ONE_MACHINE).all(Deployment.class))
        .allSatisfy(deployment -> assertThat(deployment.getSpec().getReplicas()).isEqualTo(1));
  }

  @ParameterizedTest
  @EnumSource
  void replicas_follow_the_processor_within_the_bounds_of_the_values(Service service) {
    var rendered =
        fromThreeToSeven(service.component() + ".autoscaling.", "averageUtilization", 55);

    assertThat(rendered.all(HorizontalPodAutoscaler.class))
        .singleElement()
        .satisfies(
            scaler -> {
              assertThat(service.isMeantBy(scaler.getMetadata().getLabels())).isTrue();
              var spec = scaler.getSpec();
              assertThat(spec.getScaleTargetRef())
                  .isEqualTo(
                      new CrossVersionObjectReference(
                          "apps/v1", "Deployment", "caseclock-" + service.component()));
              assertThat(spec.getMinReplicas()).isEqualTo(3);
              assertThat(spec.getMaxReplicas()).isEqualTo(7);
              assertThat(spec.getMetrics()).singleElement().satisfies(ObjectsTest::isOfProcessors);
            });
    assertThat(requests(rendered.deployment(service))).containsKey("cpu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor", "notification"})
  void replicas_follow_what_waits_within_the_bounds_of_the_values(String service) {
    var rendered = fromThreeToSeven(service + ".lagScaling.", "lagThreshold", 123);

    assertThat(rendered.custom("ScaledObject"))
        .singleElement()
        .satisfies(
            object -> {
              assertThat(object.<Integer>get("spec", "minReplicaCount")).isEqualTo(3);
              assertThat(object.<Integer>get("spec", "maxReplicaCount")).isEqualTo(7);
              assertThat(object.<List<Map<String, Map<String, String>>>>get("spec", "triggers"))
                  .isNotEmpty()
                  .allSatisfy(
                      trigger ->
                          assertThat(trigger.get("metadata")).containsEntry("lagThreshold", "123"));
            });
  }

  @Test
  void each_host_leads_to_its_service() {
    var rules =
        Chart.rendered(ValueSet.PROVINCE).all(Ingress.class).getFirst().getSpec().getRules();

    assertThat(rules)
        .extracting(
            rule ->
                rule.getHost()
                    + " "
                    + rule.getHttp().getPaths().getFirst().getBackend().getService().getName())
        .containsExactlyInAnyOrder(
            "caseclock.police.example caseclock-notification",
            "intake.caseclock.police.example caseclock-intake",
            "monitor.caseclock.police.example caseclock-monitor");
  }

  @ParameterizedTest
  @EnumSource
  void no_secret_is_made(ValueSet set) {
    assertThat(Chart.rendered(set).all(Secret.class)).isEmpty();
  }

  /** Scaled between these bounds by what the values say of it. */
  private static Rendered fromThreeToSeven(String values, String measure, int most) {
    return Rendered.of(
        Chart.template(ValueSet.ONE_MACHINE)
            .set(values + "enabled", true)
            .set(values + "minReplicas", 3)
            .set(values + "maxReplicas", 7)
            .set(values + measure, most)
            .call());
  }

  private static void isOfProcessors(MetricSpec metric) {
    assertThat(metric.getType()).isEqualTo("Resource");
    assertThat(metric.getResource().getName()).isEqualTo("cpu");
    assertThat(metric.getResource().getTarget().getType()).isEqualTo("Utilization");
    assertThat(metric.getResource().getTarget().getAverageUtilization()).isEqualTo(55);
  }

  /** A share of the processor is one of what is requested. */
  private static Map<String, ?> requests(Deployment deployment) {
    return Rendered.container(deployment).getResources().getRequests();
  }

  private static List<String> unknown(Rendered rendered) {
    return rendered.objects().stream()
        .flatMap(object -> UnknownFields.of(object).stream())
        .toList();
  }

  /** Of the Service, the budget and the network policies, where there are any. */
  private static List<Map<String, String>> selectors(Rendered rendered, Service service) {
    return rendered.objects().stream()
        .filter(object -> service.isMeantBy(object.getMetadata().getLabels()))
        .flatMap(object -> selector(object).stream())
        .toList();
  }

  private static Optional<Map<String, String>> selector(HasMetadata object) {
    return switch (object) {
      case io.fabric8.kubernetes.api.model.Service service ->
          Optional.of(service.getSpec().getSelector());
      case PodDisruptionBudget budget ->
          Optional.of(budget.getSpec().getSelector().getMatchLabels());
      case NetworkPolicy policy -> Optional.of(policy.getSpec().getPodSelector().getMatchLabels());
      default -> Optional.empty();
    };
  }
}
