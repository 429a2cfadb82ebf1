package io.caseclock.notify.console.directory;

import io.caseclock.directory.Absence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An absence.
 *
 * @param until exclusive
 * @param substitute null where nobody is named
 */
record AbsenceLine(
    String officer,
    Instant from,
    Instant until,
    @Nullable String substitute,
    boolean isNow,
    boolean isOver) {

  static AbsenceLine of(Absence absence, Instant now) {
    var begun = !now.isBefore(absence.from());
    var over = !now.isBefore(absence.until());
    return new AbsenceLine(
        absence.officer(),
        absence.from(),
        absence.until(),
        absence.substitute(),
        begun && !over,
        over);
  }

  public String path() {
    return DirectoryLinks.officer(officer);
  }

  /** Empty where nobody is named. */
  public String substitutePath() {
    return substitute == null ? "" : DirectoryLinks.officer(substitute);
  }
}
