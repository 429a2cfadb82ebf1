package io.caseclock.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A small shell that waits for the end of this JVM and then takes an ephemeral server and its files
 * away, so that a killed test run leaves nothing behind.
 */
final class OrphanGuard {

  private static final String SCRIPT =
      """
      trap '' INT HUP
      if read -r dismissed; then exit 0; fi
      kill -s "$3" "$1" 2>/dev/null || true
      tries=0
      while kill -0 "$1" 2>/dev/null && [ "$tries" -lt 100 ]; do
        tries=$((tries + 1))
        sleep 0.1
      done
      rm -rf -- "$2"
      """;

  private final Process shell;

  private OrphanGuard(Process shell) {
    this.shell = shell;
  }

  /**
   * Begins to watch.
   *
   * @param signal the name of the signal upon which the server ends without waiting for anybody
   */
  static OrphanGuard watching(long pid, String signal, Path directory) {
    var command =
        List.of("/bin/sh", "-c", SCRIPT, "guard", Long.toString(pid), directory.toString(), signal);
    try {
      var shell =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new OrphanGuard(shell);
    } catch (IOException e) {
      throw new EmbeddedServerException("No shell: " + e.getMessage(), e);
    }
  }

  /** Lets the shell go without doing anything. */
  void dismiss() {
    try (var input = shell.getOutputStream()) {
      input.write('\n');
    } catch (IOException e) {
      shell.destroy();
    }
  }
}
