package io.caseclock.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running server wrote into {@code postmaster.pid} of its data directory.
 *
 * @param pid the process id of the postmaster
 * @param port the port it listens on
 */
record PostmasterFile(long pid, int port) {

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  static Path in(Path dataDirectory) {
    return dataDirectory.resolve("postmaster.pid");
  }

  static Optional<PostmasterFile> read(Path dataDirectory) {
    try {
      var lines = Files.readAllLines(in(dataDirectory), StandardCharsets.UTF_8);
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(PID_LINE).strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns the process, unless it ended or its number was given to a program of another name. */
  Optional<ProcessHandle> postmaster() {
    return ProcessHandle.of(pid)
        .filter(RunningProcess::isRunning)
        .filter(process -> process.info().command().map(c -> c.contains("postgres")).orElse(true));
  }
}
