package io.caseclock.notify.rest;

import io.caseclock.access.Caller;
import io.caseclock.problem.ProblemException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a keyset page, and where the caller stands. */
public final class Paging {

  private static final int USUAL = 50;
  private static final int MOST = 500;

  /** The page size; 50 where none is asked for. */
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return USUAL;
    }
    if (asked < 1 || asked > MOST) {
      throw Parameters.refused("limit", "is a number from 1 to " + MOST);
    }
    return asked;
  }

  /** A numeric cursor. */
  public static OptionalLong after(@Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return OptionalLong.empty();
    }
    try {
      var place = Long.parseLong(cursor);
      if (place >= 0) {
        return OptionalLong.of(place);
      }
    } catch (NumberFormatException e) {
      throw badCursor();
    }
    throw badCursor();
  }

  public static ProblemException badCursor() {
    return Parameters.refused("after", "is not a cursor; take the one in \"next\"");
  }

  /** The unit whose subtree the caller sees; whoever has none is refused. */
  public static String root(Caller caller) {
    return caller.requiredUnit();
  }

  private Paging() {}
}
