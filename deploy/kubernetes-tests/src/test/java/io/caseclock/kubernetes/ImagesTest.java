package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the image of each service is made, against how the chart starts it. */
class ImagesTest {

  @ParameterizedTest
  @EnumSource
  void what_runs_has_no_root_and_needs_no_shell(Service service) throws IOException {
    var last = lastStage(service);

    assertThat(last.getFirst()).isEqualTo("FROM ${BASE}");
    assertThat(last).noneMatch(line -> line.startsWith("RUN "));
    assertThat(last).contains("USER 65532:65532", "EXPOSE " + service.port());
    assertThat(last.getLast()).isEqualTo("ENTRYPOINT [\"java\", \"-jar\", \"quarkus-run.jar\"]");
  }

  @ParameterizedTest
  @EnumSource
  void the_user_is_the_one_that_the_pod_runs_as(Service service) throws IOException {
    var context =
        Chart.rendered(ValueSet.PROVINCE)
            .deployment(service)
            .getSpec()
            .getTemplate()
            .getSpec()
            .getSecurityContext();

    assertThat(lastStage(service))
        .contains("USER " + context.getRunAsUser() + ":" + context.getRunAsGroup());
  }

  @ParameterizedTest
  @EnumSource
  void it_is_built_from_the_module_that_its_image_is_named_after(Service service)
      throws IOException {
    var module = service.module().getFileName().toString();

    assertThat(lines(service))
        .anyMatch(line -> line.contains("-pl " + module + " -am"))
        .anyMatch(
            line ->
                line.startsWith("COPY --from=build")
                    && line.contains("/" + module + "/target/quarkus-app/ "));
    assertThat(Rendered.container(Chart.rendered(ValueSet.PROVINCE).deployment(service)).getImage())
        .contains("/" + module + ":");
  }

  @ParameterizedTest
  @EnumSource
  void what_it_begins_with_has_no_shell_and_names_its_user(Service service) throws IOException {
    assertThat(lines(service)).contains("ARG BASE=gcr.io/distroless/java25-debian13:nonroot");
  }

  private static List<String> lastStage(Service service) throws IOException {
    var lines = lines(service);
    return lines.subList(lines.lastIndexOf("FROM ${BASE}"), lines.size());
  }

  private static List<String> lines(Service service) throws IOException {
    return Files.readAllLines(service.module().resolve("Containerfile"), StandardCharsets.UTF_8)
        .stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
