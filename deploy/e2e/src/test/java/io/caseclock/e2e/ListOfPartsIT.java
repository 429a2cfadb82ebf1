package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of what a packaged service is made of: whole, and of nothing that may not be used. */
class ListOfPartsIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Licences under which a service may be handed on without giving its own source away. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "FreeBSD License",
          "GNU General Public License, version 2 with the GNU Classpath Exception",
          "GPL-2.0-with-classpath-exception",
          "LGPL-2.1-or-later",
          "MIT",
          "MIT-0",
          "Public Domain");

  @ParameterizedTest
  @ValueSource(
      strings = {"case-intake-service", "deadline-monitor-service", "notification-service"})
  void every_library_of_a_service_is_listed_with_a_licence_that_allows_it(String service)
      throws IOException {
    var parts = parts(service);

    Map<String, Integer> licences = new TreeMap<>();
    for (var part : parts.values()) {
      var own = licences(part);
      own.forEach(licence -> licences.merge(licence, 1, Integer::sum));
      assertThat(own)
          .as("licences of %s", part.path("purl").asText())
          .containsAnyElementsOf(ALLOWED);
    }
    System.out.printf("Parts of %s: %d, under %s%n", service, parts.size(), licences);
    assertThat(parts.keySet()).containsAll(packaged(service));
  }

  /** By group, name and version, as their files are named. */
  private static Map<String, JsonNode> parts(String service) throws IOException {
    var list = JSON.readTree(target(service).resolve("sbom.json").toFile());
    assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
    Map<String, JsonNode> parts = new TreeMap<>();
    for (var part : list.path("components")) {
      parts.put(
          part.path("group").asText()
              + "."
              + part.path("name").asText()
              + "-"
              + part.path("version").asText(),
          part);
    }
    return parts;
  }

  /** The libraries beside the service's own code, but for those of this repository. */
  private static Set<String> packaged(String service) throws IOException {
    Set<String> found = new TreeSet<>();
    for (var folder : List.of("main", "boot")) {
      try (Stream<Path> files =
          Files.list(target(service).resolve("quarkus-app/lib").resolve(folder))) {
        files
            .map(file -> file.getFileName().toString().replaceFirst("\\.jar$", ""))
            .filter(name -> !name.startsWith("io.caseclock."))
            .forEach(found::add);
      }
    }
    assertThat(found).hasSizeGreaterThan(50);
    return found;
  }

  private static List<String> licences(JsonNode part) {
    List<String> names = new ArrayList<>();
    for (var choice : part.path("licenses")) {
      var licence = choice.path("license");
      names.add(
          licence
              .path("id")
              .asText(licence.path("name").asText(choice.path("expression").asText())));
    }
    return names;
  }

  private static Path target(String service) {
    return Suite.repository().resolve(service).resolve("target");
  }
}
