package io.caseclock.notify.message;

import io.caseclock.directory.Directory;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for whom, by the absences of the directory as of an instant: whoever is told in the
 * place of an officer who is away may do what that officer would have to do.
 */
public final class StandIns {

  private final Directory directory;

  public StandIns(Directory directory) {
    this.directory = directory;
  }

  /**
   * Whether the officer is away at that instant and this person is named to stand in. Whoever is
   * away, too, stands in for nobody.
   *
   * @param person null for a caller who is no officer
   * @param officer null where none is named
   */
  public boolean standsIn(@Nullable String person, @Nullable String officer, Instant at) {
    return person != null
        && officer != null
        && !person.equals(officer)
        && substitute(officer, at).filter(person::equals).isPresent();
  }

  private Optional<String> substitute(String officer, Instant at) {
    return directory
        .absence(officer, at)
        .flatMap(absence -> Optional.ofNullable(absence.substitute()))
        .flatMap(id -> directory.officer(id, at))
        .map(known -> known.id())
        .filter(id -> directory.absence(id, at).isEmpty());
  }
}
