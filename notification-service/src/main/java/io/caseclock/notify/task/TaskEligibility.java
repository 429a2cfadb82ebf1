package io.caseclock.notify.task;

import io.caseclock.access.Role;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.message.StandIns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do a task: officers to whom the directory gives the task's role, posted in the task's
 * unit or in a unit above; of legal officers and supervisors only the nearest ones. Whoever is told
 * in their place, since they are away, may do it too.
 */
public final class TaskEligibility {

  private static final Set<String> NEAREST_ONLY =
      Set.of(Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR);

  private final Directory directory;
  private final RoleHolders holders;
  private final StandIns standIns;

  public TaskEligibility(Directory directory, RoleHolders holders) {
    this.directory = directory;
    this.holders = holders;
    this.standIns = new StandIns(directory);
  }

  /** The responsible officer of the case never does its task, whatever the answer here. */
  public boolean mayDo(Task task, String officer, Instant at) {
    var role = task.kind().role();
    return line(task.unit(), role, at).contains(officer)
        || holders.of(role, task.unit(), null, at).stream()
            .anyMatch(recipient -> recipient.person().equals(officer));
  }

  /**
   * Whom the officer stands in for who would have to do the task; empty where the officer does it
   * in his own place.
   */
  public Optional<String> absent(Task task, String officer, Instant at) {
    var role = task.kind().role();
    return line(task.unit(), role, at).contains(officer)
        ? Optional.empty()
        : directory.line(task.unit()).stream()
            .flatMap(place -> directory.officersOf(place, at).stream())
            .filter(known -> known.roles().contains(role))
            .map(OfficerEntry::id)
            .filter(known -> standIns.standsIn(officer, known, at))
            .findFirst();
  }

  private List<String> line(String unit, String role, Instant at) {
    List<String> found = new ArrayList<>();
    for (var place : directory.line(unit)) {
      directory.officersOf(place, at).stream()
          .filter(officer -> officer.roles().contains(role))
          .map(OfficerEntry::id)
          .forEach(found::add);
      if (!found.isEmpty() && NEAREST_ONLY.contains(role)) {
        break;
      }
    }
    return found;
  }
}
