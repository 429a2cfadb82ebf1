package io.caseclock.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Helm made of the chart.
 *
 * @param text all documents, as they would be sent to a cluster
 */
record Rendered(String text, List<HasMetadata> objects) {

  static Rendered of(String text) {
    var objects =
        Arrays.stream(text.split("(?m)^---\\s*$"))
            .filter(Rendered::saysSomething)
            .map(document -> (HasMetadata) Serialization.unmarshal(document))
            .toList();
    return new Rendered(text, objects);
  }

  /** The same with one thing written in another way; fails where that does not stand there. */
  Rendered with(String target, String replacement) {
    if (!text.contains(target)) {
      throw new IllegalArgumentException("not rendered: " + target);
    }
    return of(text.replace(target, replacement));
  }

  /** The same with one more object. */
  Rendered plus(String document) {
    return of(text + "\n---\n" + document);
  }

  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Objects of kinds that come from elsewhere. */
  List<GenericKubernetesResource> custom(String kind) {
    return all(GenericKubernetesResource.class).stream()
        .filter(object -> object.getKind().equals(kind))
        .toList();
  }

  Deployment deployment(Service service) {
    return all(Deployment.class).stream()
        .filter(deployment -> service.isMeantBy(deployment.getMetadata().getLabels()))
        .findFirst()
        .orElseThrow();
  }

  /** Of the services, and of the jobs that run before them. */
  List<PodTemplateSpec> templates() {
    return Stream.concat(
            all(Deployment.class).stream().map(deployment -> deployment.getSpec().getTemplate()),
            all(Job.class).stream().map(job -> job.getSpec().getTemplate()))
        .toList();
  }

  List<PodSpec> pods() {
    return templates().stream().map(PodTemplateSpec::getSpec).toList();
  }

  /** Of all pods, those that prepare them too. */
  Stream<Container> containers() {
    return pods().stream()
        .flatMap(
            pod -> Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream()));
  }

  static Container container(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  /** The plain value of a variable of the service; empty where it has none of that name. */
  String variable(Service service, String name) {
    return container(deployment(service)).getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .map(EnvVar::getValue)
        .findFirst()
        .orElse("");
  }

  private static boolean saysSomething(String document) {
    return document
        .lines()
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .anyMatch(line -> !line.startsWith("#"));
  }
}
