package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a pod may take to end, against how long the services give what they have begun. */
class ShutdownTest {

  private static final Path SHARED = Chart.REPOSITORY.resolve("shared-model/src/main/java");
  private static final Path SUPPORT = Service.support().resolve("src/main/java");
  private static final String CONSUMERS = "io/caseclock/consume/kafka/ConsumerLoop.java";

  @Test
  void a_service_has_the_time_that_it_may_take_one_thing_after_the_other() {
    for (var service : Service.values()) {
      var pod =
          Chart.rendered(ValueSet.PROVINCE).deployment(service).getSpec().getTemplate().getSpec();
      var pause =
          pod.getContainers().getFirst().getLifecycle().getPreStop().getSleep().getSeconds();

      assertThat(pod.getTerminationGracePeriodSeconds())
          .as(service.component())
          .isGreaterThanOrEqualTo(pause + common() + own(service));
    }
  }

  private static long common() {
    return seconds(SHARED.resolve("io/caseclock/outbox/RelayLoop.java"), "toMillis\\((\\d+)\\)")
        + seconds(
            SHARED.resolve("io/caseclock/outbox/KafkaOutboxSender.java"),
            "close\\(Duration.ofSeconds\\((\\d+)\\)\\)")
        + seconds(
            SUPPORT.resolve("io/caseclock/audit/jdbc/AuditWriter.java"),
            "LAST_MOMENTS = Duration.ofSeconds\\((\\d+)\\)");
  }

  private static long own(Service service) {
    var consumers =
        service.properties().stringPropertyNames().stream()
                .filter(key -> key.matches("caseclock\\.consumer\\.channels\\..*\\.group"))
                .count()
            * seconds(SUPPORT.resolve(CONSUMERS), "STOPPING = Duration.ofSeconds\\((\\d+)\\)");
    var sources = service.module().resolve("src/main/java");
    var loops =
        RepositoryText.javaIn(sources).stream()
                .filter(file -> RepositoryText.of(file).contains("new WakingLoop("))
                .count()
            * seconds(
                SUPPORT.resolve("io/caseclock/job/WakingLoop.java"),
                "STOPPING = Duration.ofSeconds\\((\\d+)\\)");
    var sending =
        RepositoryText.javaIn(sources).stream()
            .flatMap(file -> found(file, "SECONDS_TO_FINISH = (\\d+);"))
            .mapToLong(Long::parseLong)
            .sum();
    return consumers + loops + sending;
  }

  private static long seconds(Path file, String pattern) {
    return found(file, pattern).mapToLong(Long::parseLong).findFirst().orElseThrow();
  }

  private static Stream<String> found(Path file, String pattern) {
    return Pattern.compile(pattern)
        .matcher(RepositoryText.of(file))
        .results()
        .map((MatchResult result) -> result.group(1));
  }
}
