package io.caseclock.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one of the server's programs to its end. PostgreSQL refuses to run as root; there it is
 * started inside a user namespace, where the same files belong to nobody in particular.
 */
record PostgresCommand(PostgresBinaries binaries) {

  private static final long LONGEST_RUN_SECONDS = 120;

  /**
   * What a program left.
   *
   * @param exitCode its exit code
   * @param output everything that it wrote
   */
  record Outcome(int exitCode, String output) {

    boolean isSuccess() {
      return exitCode == 0;
    }
  }

  Outcome run(String program, List<String> arguments) {
    var command = new ArrayList<String>(prefix());
    command.add(binaries.program(program));
    command.addAll(arguments);
    return run(command);
  }

  private static List<String> prefix() {
    if (!isRoot()) {
      return List.of();
    }
    if (!run(List.of("unshare", "-U", "true")).isSuccess()) {
      throw new EmbeddedServerException(
          "PostgreSQL does not run as root, and this machine allows root no user namespace"
              + " (\"unshare -U\" failed). Start it as an ordinary user.");
    }
    return List.of("unshare", "-U");
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /** The output goes to a file: a server started by the program would keep a pipe open for ever. */
  private static Outcome run(List<String> command) {
    Path output = null;
    try {
      output = Files.createTempFile("caseclock-", ".out");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().put("LC_ALL", "C");
      var process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Outcome(-1, "gave up after " + LONGEST_RUN_SECONDS + " s");
      }
      return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Outcome(-1, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("interrupted while waiting for " + command.getFirst(), e);
    } finally {
      if (output != null) {
        FileTree.delete(output);
      }
    }
  }
}
