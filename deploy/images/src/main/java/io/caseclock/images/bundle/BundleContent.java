package io.caseclock.images.bundle;

import io.caseclock.images.FilesUnder;
import io.caseclock.images.ImagesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What goes into a bundle. Files of the repository keep their place, so that the links between the
 * documents lead where they should.
 */
public final class BundleContent {

  private static final List<String> FOLDERS =
      List.of(
          "deploy/helm/caseclock",
          "deploy/compose/postgresql",
          "docs",
          "shared-model/src/main/resources/packs");

  /** Of Compose one by one: a site's own settings and secrets lie beside them. */
  private static final List<String> FILES =
      List.of(
          "deploy/compose/compose.yaml",
          "deploy/compose/make-secrets",
          "deploy/compose/.env.example",
          "deploy/citus/README.md",
          "deploy/e2e/src/test/resources/access.md",
          "deploy/e2e/src/test/resources/keycloak-realm.json",
          "README.md",
          "README.zh-CN.md",
          "CHANGELOG.md",
          "CONTRIBUTING.md",
          "LICENSE");

  private BundleContent() {}

  /**
   * Returns the files by their names in the bundle.
   *
   * @param images a folder with {@code SERVICE.tar} for each of the services
   * @throws ImagesException where something is not there
   */
  public static SequencedMap<String, Path> of(Path repository, Path images, List<String> services) {
    var parts = new TreeMap<String, Path>();
    for (var folder : FOLDERS) {
      FilesUnder.folder(repository.resolve(folder))
          .forEach(file -> parts.put(FilesUnder.name(repository, file), file));
    }
    FILES.forEach(name -> parts.put(name, repository.resolve(name)));
    for (var service : services) {
      parts.put("images/" + service + ".tar", images.resolve(service + ".tar"));
      parts.put(
          "images/" + service + ".sbom.json",
          repository.resolve(service).resolve("target/sbom.json"));
    }
    parts.forEach(
        (name, file) -> {
          if (!Files.isRegularFile(file)) {
            throw new ImagesException("no file " + file);
          }
        });
    return parts;
  }
}
