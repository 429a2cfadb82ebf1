package io.caseclock.local.cli;

import io.caseclock.local.StackDirectory;
import io.caseclock.local.StackException;
import io.caseclock.local.StackRecord;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository that the commands speak of, and where its stack keeps everything. */
final class RepositoryPaths {

  private RepositoryPaths() {}

  static Path repository() {
    return Path.of(System.getProperty("caseclock.root", "")).toAbsolutePath().normalize();
  }

  static StackDirectory directory() {
    return new StackDirectory(repository().resolve(".caseclock"));
  }

  /** Returns the record of the running stack; fails where none runs. */
  static StackRecord runningStack() {
    return StackRecord.read(directory().stackFile())
        .filter(StackRecord::hasRunning)
        .orElseThrow(() -> new StackException("No stack is running. Start it: ./caseclock up"));
  }

  /** Returns the directory of a stack that was started once; fails where there is none. */
  static StackDirectory startedOnce() {
    var directory = directory();
    if (!Files.isDirectory(directory.secrets())) {
      throw new StackException("There is no local stack yet. Start it: ./caseclock up");
    }
    return directory;
  }
}
