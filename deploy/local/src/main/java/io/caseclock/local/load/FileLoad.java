package io.caseclock.local.load;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Loads a file and lists what was rejected beside it. */
public final class FileLoad {

  private FileLoad() {}

  /**
   * What came of it.
   *
   * @param rejectedFile where the rejected are listed, if there are any
   */
  public record Result(LoadTotals totals, Optional<Path> rejectedFile) {}

  /** Returns how many rows the file has. */
  public static long count(Path file) {
    try (var rows = EventFile.read(file)) {
      return rows.count();
    }
  }

  public static Result load(Path file, IntakeClient intake, int inFlight, LongConsumer progress) {
    try (var rejected = RejectedFile.beside(file);
        var rows = EventFile.read(file)) {
      var load = new EventLoad(intake, inFlight, rejected::add, progress);
      var totals = load.send(rows.iterator());
      var list = totals.rejected() == 0 ? Optional.<Path>empty() : Optional.of(rejected.path());
      return new Result(totals, list);
    }
  }
}
