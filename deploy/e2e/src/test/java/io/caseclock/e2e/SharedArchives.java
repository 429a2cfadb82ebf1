package io.caseclock.e2e;

import io.caseclock.embedded.FileTree;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.StackOptions;
import io.caseclock.local.StackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Archives of the services' classes, from which the suites of a run start. They are made for the
 * second suite: whoever runs one story alone does not wait for them.
 */
final class SharedArchives {

  private static final Path FOLDER =
      Suite.repository().resolve("deploy/e2e/target/service-classes").toAbsolutePath().normalize();

  private static int suites;

  private SharedArchives() {}

  static synchronized StackOptions applied(StackOptions options) {
    suites++;
    if (suites == 2) {
      make();
    }
    return suites == 1 ? options : options.withClassArchivesIn(FOLDER);
  }

  /** What services leave that start and end; where they leave nothing, suites start without. */
  private static void make() {
    try {
      var directory = Files.createTempDirectory("caseclock-classes");
      var options =
          StackOptions.in(Suite.repository())
              .keptIn(directory)
              .on(StackPorts.free())
              .withoutWaitingForTheDisk()
              .withClassArchivesIn(FOLDER);
      LocalStack.start(options, ProgressListener.SILENT).close();
      FileTree.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
