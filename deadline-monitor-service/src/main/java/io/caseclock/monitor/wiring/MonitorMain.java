package io.caseclock.monitor.wiring;

import io.caseclock.monitor.revision.http.PackGate;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Starts the service; with {@value #PACK_IMPACT} as its first argument it asks a running monitor
 * what packs would change instead, so that the image of the service can do that without a shell.
 */
@QuarkusMain
public final class MonitorMain {

  static final String PACK_IMPACT = "pack-impact";

  private MonitorMain() {}

  public static void main(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals(PACK_IMPACT)) {
      Quarkus.run(arguments);
      return;
    }
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var told = Arrays.asList(arguments).subList(1, arguments.length);
    System.exit(PackGate.run(told, out, MonitorMain::pause));
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
