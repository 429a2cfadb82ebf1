package io.caseclock.monitor.list.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.list.ListBook;
import io.caseclock.monitor.list.WatchedList;
import io.caseclock.monitor.rest.AskedUnit;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Which list and which units a caller asks for, and may see. */
final class ListScope {

  private final ListBook book;
  private final AskedUnit units;

  ListScope(ListBook book, Directory directory, CurrentCaller caller) {
    this.book = book;
    this.units = new AskedUnit(directory, caller);
  }

  /** The unit that is asked for; the caller's own where none is. */
  String unit(@Nullable String asked) {
    return units.of(asked);
  }

  WatchedList list(String id) {
    return book.list(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "No pack in force has a list of this id. See GET /api/v1/lists."));
  }
}
