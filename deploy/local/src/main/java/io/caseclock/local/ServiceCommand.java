package io.caseclock.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a service's JVM is started here: small, and quick to be ready. For one machine that is tried
 * out, not for production.
 */
final class ServiceCommand {

  private ServiceCommand() {}

  /**
   * @param more options of the JVM beyond the usual
   */
  static List<String> of(ServiceKind service, Path repository, List<String> more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + service.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=160m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
    command.addAll(more);
    command.addAll(List.of("-jar", service.jar(repository).toString()));
    return List.copyOf(command);
  }
}
