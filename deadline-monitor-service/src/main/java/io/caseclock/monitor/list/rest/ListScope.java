package io.caseclock.monitor.list.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.list.ListBook;
import io.caseclock.monitor.list.WatchedList;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Which list and which units a caller asks for, and may see. */
final class ListScope {

  private final ListBook book;
  private final Directory directory;
  private final CurrentCaller caller;

  ListScope(ListBook book, Directory directory, CurrentCaller caller) {
    this.book = book;
    this.directory = directory;
    this.caller = caller;
  }

  /** The unit that is asked for; the caller's own where none is. */
  String unit(@Nullable String asked) {
    var visible = caller.get().requiredUnit();
    var unit = Parameters.optionalIdentifier("unit", asked);
    if (unit != null && !directory.isWithin(unit, visible)) {
      throw Parameters.refused("unit", "the id of one of your units");
    }
    return unit == null ? visible : unit;
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
