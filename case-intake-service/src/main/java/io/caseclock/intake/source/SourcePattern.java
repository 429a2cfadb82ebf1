package io.caseclock.intake.source;

import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import io.caseclock.contract.EventId;

/**
 * One source, or all that begin alike: {@code urn:precinct:9901}, {@code urn:precinct:9901:*}.
 *
 * @param start the source, or its beginning, in the normal form of {@link SourceUri}
 * @param isPrefix whether anything may follow
 */
public record SourcePattern(String start, boolean isPrefix) {

  private static final String ANYTHING = "*";

  /**
   * Reads a source; a trailing {@code *} stands for whatever follows. Refused is what no client can
   * be registered for: what CaseClock itself and people post as, and {@code *} alone.
   */
  public static Reading<SourcePattern> read(String text) {
    var isPrefix = text.endsWith(ANYTHING);
    var start = isPrefix ? text.substring(0, text.length() - 1) : text;
    if (isPrefix && start.indexOf(':') < 0 && start.indexOf('/') < 0) {
      return Reading.refused("must name a scheme or a path before its *");
    }
    return switch (SourceUri.read(start)) {
      case Reading.Refused<String>(var reason) -> Reading.refused(reason);
      case Reading.Sound<String>(var normal) ->
          isReserved(normal)
              ? Reading.refused("is reserved for CaseClock itself and for people")
              : Reading.sound(new SourcePattern(normal, isPrefix));
    };
  }

  /** Whether only CaseClock itself, or a person, posts as this source; in its normal form. */
  public static boolean isReserved(String source) {
    return source.startsWith(EventId.CASECLOCK) || source.startsWith(PersonSource.PREFIX);
  }

  /** Whether a source, in its normal form, is meant. */
  public boolean covers(String source) {
    return isPrefix ? source.startsWith(start) : source.equals(start);
  }

  /** As it is registered. */
  @Override
  public String toString() {
    return isPrefix ? start + ANYTHING : start;
  }
}
