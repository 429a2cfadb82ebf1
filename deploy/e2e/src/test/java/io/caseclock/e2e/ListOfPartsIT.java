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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of what a packaged service is made of: whole, and of nothing that may not be used. */
class ListOfPartsIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Licences under which a service may be handed on without giving its own source away. */
  private static final Set<String> ALLOWED =
      Set.of(
          "0BSD",
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

  private static final String WEBJARS = "META-INF/resources/webjars/";

  /** Our own files are beside those of the libraries. */
  private static final String OURS = "caseclock";

  /** What a library of the browser has in its own file. */
  private static final Map<String, String> HOLDS =
      Map.of("chart.js", "kurkle__color", "tabler__core", "bootstrap");

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
          .anyMatch(licence -> LicenceTerms.of(licence).areMetBy(ALLOWED));
    }
    System.out.printf("Parts of %s: %d, under %s%n", service, parts.size(), licences);
    assertThat(parts.keySet()).containsAll(packaged(service)).containsAll(served(service));
  }

  @Test
  void
      the_libraries_of_the_browser_are_parts_with_what_their_files_hold_and_no_jar_of_them_is_packaged()
          throws IOException {
    var service = "notification-service";
    var names = names(service);

    assertThat(served(service)).hasSize(3);
    for (var library : servedNames(service)) {
      assertThat(names).contains(HOLDS.getOrDefault(library, library));
    }
    assertThat(packaged(service)).noneMatch(name -> name.startsWith("org.webjars"));
  }

  @ParameterizedTest
  @CsvSource({
    "MIT, true",
    "AGPL-3.0-only, false",
    "AGPL-3.0-only OR MIT, true",
    "AGPL-3.0-only AND MIT, false",
    "MIT AND (AGPL-3.0-only OR 0BSD), true",
    "(MIT OR 0BSD) AND AGPL-3.0-only, false",
    "MIT OR 0BSD AND AGPL-3.0-only, true",
    "GPL-2.0-only WITH Classpath-exception-2.0, false",
    "'GNU General Public License, version 2 with the GNU Classpath Exception', true",
  })
  void an_expression_is_met_by_what_it_takes(String expression, boolean met) {
    assertThat(LicenceTerms.of(expression).areMetBy(ALLOWED)).isEqualTo(met);
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

  private static List<String> names(String service) throws IOException {
    return parts(service).values().stream().map(part -> part.path("name").asText()).toList();
  }

  /** The libraries of the browser of which files are packaged, named as parts are. */
  private static Set<String> served(String service) throws IOException {
    return webjars(service).stream()
        .map(webjar -> "org.webjars.npm." + webjar.replace('/', '-'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> servedNames(String service) throws IOException {
    return webjars(service).stream().map(webjar -> webjar.replaceFirst("/.*", "")).toList();
  }

  /** Each with its version. */
  private static Set<String> webjars(String service) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> jars = Files.list(target(service).resolve("quarkus-app/app"))) {
      for (var jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        try (var packed = new ZipFile(jar.toFile())) {
          packed.stream()
              .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(WEBJARS))
              .map(entry -> entry.getName().substring(WEBJARS.length()).split("/"))
              .filter(folders -> !folders[0].equals(OURS))
              .forEach(folders -> found.add(folders[0] + "/" + folders[1]));
        }
      }
    }
    return found;
  }

  /**
   * One of them is enough: the POMs that we know to name several offer a choice. What takes several
   * at once says so by an expression of SPDX.
   */
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
