package io.caseclock.admission;

import java.lang.reflect.Method;

/**
 * The places of callers by what they ask for.
 *
 * @param each where every request is worked on by itself
 * @param together where requests are {@link TakenInTogether}
 */
public record CallersPlaces(CallerConcurrency each, CallerConcurrency together) {

  /** The places that an operation takes one of. */
  public CallerConcurrency of(Method operation) {
    return operation.isAnnotationPresent(TakenInTogether.class) ? together : each;
  }

  /** How many callers have a request at work or waiting, one who has both kinds twice. */
  public int callers() {
    return each.callers() + together.callers();
  }
}
