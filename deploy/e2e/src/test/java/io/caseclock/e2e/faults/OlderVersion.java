package io.caseclock.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A version from before this one.
 *
 * @param folder a repository of it, in which its services were built
 */
record OlderVersion(Path folder) {

  /** The system property that holds its folder. */
  static final String NAMED_BY = "caseclock.upgrade.from";

  /** What tells a service to start though a newer version has migrated its schema. */
  static final String WAY_BACK = "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS";

  private static final String SETTINGS =
      "service-support/src/main/resources/META-INF/microprofile-config.properties";

  static OlderVersion named() {
    return new OlderVersion(Path.of(System.getProperty(NAMED_BY, "")).toAbsolutePath());
  }

  /**
   * Whether it starts on newer schemas without being told; docs/operations.md names the setting.
   */
  boolean knowsTheWayBack() {
    try {
      return Files.readString(folder.resolve(SETTINGS))
          .contains("quarkus.flyway.ignore-migration-patterns=*:future");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
