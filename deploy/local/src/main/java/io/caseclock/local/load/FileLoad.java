package io.caseclock.local.load;

import io.caseclock.local.file.CellKinds;
import io.caseclock.local.file.EventFile;
import io.caseclock.local.file.EventRow;
import io.caseclock.local.file.FileShape;
import io.caseclock.local.file.TextEncoding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Loads a file and lists what was rejected beside it.
 *
 * @param inFlight how many requests are under way at once
 * @param historyUntil what the events led to before that instant is told to nobody; empty where
 *     they are told like any other
 */
public record FileLoad(Path file, FileShape shape, int inFlight, Optional<Instant> historyUntil) {

  /**
   * What came of it.
   *
   * @param rows how many rows were read; each is in one of the totals, unless the load was stopped
   * @param rejectedFiles where the rejected are listed, if there are any
   * @param stop why the load ended before the file did
   */
  public record Result(
      LoadTotals totals,
      long rows,
      TextEncoding encoding,
      List<Path> rejectedFiles,
      Optional<UnfinishedLoad> stop) {}

  /** Returns the load of a file whose encoding is to be found out. */
  public static FileLoad of(Path file, int inFlight) {
    return new FileLoad(file, FileShape.of(file, Optional.empty()), inFlight, Optional.empty());
  }

  private static Iterator<EventRow> marked(Iterator<EventRow> rows, Instant historyUntil) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public EventRow next() {
        var row = rows.next();
        return row instanceof EventRow.Readable event ? event.historyUntil(historyUntil) : row;
      }
    };
  }

  /** Loads; throws {@link io.caseclock.local.StackException} where not one row came through. */
  public Result load(IntakeClient intake, LongConsumer progress) {
    var kinds = EventFile.isTable(file, shape) ? intake.cellKinds() : CellKinds.UNKNOWN;
    try (var events = EventFile.open(file, shape, kinds);
        var rejected = events.rejectedBeside(file)) {
      var load = new EventLoad(intake, inFlight, rejected::add, progress);
      var outcome = load.send(historyUntil.isEmpty() ? events : marked(events, historyUntil.get()));
      var totals = outcome.totals();
      if (outcome.stop().isPresent() && totals.kept() + totals.knownBefore() == 0) {
        throw outcome.stop().get().reason();
      }
      if (outcome.stop().isEmpty() && totals.all() != events.rowsGiven()) {
        throw new IllegalStateException(
            events.rowsGiven() + " rows were read, but there are outcomes of " + totals.all());
      }
      return new Result(
          totals, events.rowsGiven(), events.encoding(), rejected.files(), outcome.stop());
    }
  }
}
