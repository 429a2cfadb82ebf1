package io.caseclock.images.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.images.bundle.BundleReport.Whole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle of this repository, with a few bytes in the place of each image. */
class RealBundleIT {

  private static final Path REPOSITORY =
      Path.of(Objects.requireNonNull(System.getProperty("caseclock.repository")));

  private static final List<String> SERVICES =
      List.of("case-intake-service", "deadline-monitor-service", "notification-service");

  private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(#[^)]*)?\\)");

  @TempDir Path folder;

  private SequencedMap<String, Path> parts = new TreeMap<>();

  @BeforeEach
  void collect() throws IOException {
    for (var service : SERVICES) {
      Files.writeString(folder.resolve(service + ".tar"), service);
    }
    parts = BundleContent.of(REPOSITORY, folder, SERVICES);
  }

  @Test
  void it_can_be_written_and_is_whole() throws IOException {
    var bundle = folder.resolve("bundle.tar");

    var list = BundleWriter.write(parts, bundle);

    assertThat(BundleVerifier.verify(bundle)).isEqualTo(new Whole(parts.size(), list));
  }

  @Test
  void what_a_site_installs_from_is_in_it() {
    assertThat(parts)
        .containsKeys(
            "deploy/helm/caseclock/Chart.yaml",
            "deploy/helm/caseclock/values-offline.yaml",
            "deploy/compose/compose.yaml",
            "deploy/compose/.env.example",
            "docs/operations.md",
            "shared-model/src/main/resources/packs/cn-public-security/pack.yaml",
            "images/notification-service.tar",
            "images/notification-service.sbom.json");
  }

  @Test
  void the_documents_of_an_install_lead_to_what_is_in_it() throws IOException {
    for (var document : List.of("offline", "kubernetes", "compose", "operations", "packs")) {
      var text =
          Files.readString(
              REPOSITORY.resolve("docs").resolve(document + ".md"), StandardCharsets.UTF_8);
      var links =
          LINK.matcher(text)
              .results()
              .map(link -> Path.of("docs").resolve(link.group(1)).normalize().toString())
              .toList();

      assertThat(links).as(document).isNotEmpty().allMatch(this::isInBundle);
    }
  }

  private boolean isInBundle(String name) {
    return parts.keySet().stream()
        .anyMatch(part -> part.equals(name) || part.startsWith(name + "/"));
  }
}
