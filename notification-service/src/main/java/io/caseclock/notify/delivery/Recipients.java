package io.caseclock.notify.delivery;

import io.caseclock.access.Role;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.directory.UnitEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is told, and says why. Nobody is told twice: the first reason holds. An empty answer
 * is a gap in the directory, never a decision to stay silent.
 */
public final class Recipients {

  private final Directory directory;

  public Recipients(Directory directory) {
    this.directory = directory;
  }

  /** The responsible officer; where none is named or known, whoever stands in. */
  public List<Recipient> ofWarning(String unit, @Nullable String officer) {
    return responsible(officer).map(List::of).orElseGet(() -> standIns(unit));
  }

  /** The responsible officer, the unit's legal officers, and the nearest supervisors. */
  public List<Recipient> ofBreach(String unit, @Nullable String officer) {
    List<Recipient> told = new ArrayList<>();
    responsible(officer).ifPresent(told::add);
    told.addAll(inUnit(unit, Role.LEGAL_OFFICER, TellReason.LEGAL_OFFICER));
    told.addAll(supervisors(unit));
    return distinct(told);
  }

  /** The unit's legal officers and the nearest supervisors. */
  public List<Recipient> ofFinding(String unit) {
    return ofBreach(unit, null);
  }

  /** Those who review: the legal officers of the unit, or of the nearest unit above. */
  public List<Recipient> reviewers(String unit) {
    var own = inUnit(unit, Role.LEGAL_OFFICER, TellReason.LEGAL_OFFICER);
    return own.isEmpty() ? above(unit, Role.LEGAL_OFFICER, TellReason.LEGAL_OFFICER_ABOVE) : own;
  }

  /**
   * A notice that was itself not answered in time: the supervisors of the nearest unit above; where
   * there is none above, those of the unit.
   */
  public List<Recipient> ofUnansweredNotice(String unit) {
    var above = above(unit, Role.SUPERVISOR, TellReason.SUPERVISOR_ABOVE);
    return above.isEmpty() ? inUnit(unit, Role.SUPERVISOR, TellReason.SUPERVISOR) : above;
  }

  private Optional<Recipient> responsible(@Nullable String officer) {
    return Optional.ofNullable(officer)
        .flatMap(directory::officer)
        .map(known -> new Recipient(known.id(), known.unit(), TellReason.RESPONSIBLE_OFFICER));
  }

  private List<Recipient> standIns(String unit) {
    var legal = inUnit(unit, Role.LEGAL_OFFICER, TellReason.NO_KNOWN_OFFICER);
    return legal.isEmpty() ? supervisors(unit) : legal;
  }

  private List<Recipient> supervisors(String unit) {
    var own = inUnit(unit, Role.SUPERVISOR, TellReason.SUPERVISOR);
    return own.isEmpty() ? above(unit, Role.SUPERVISOR, TellReason.SUPERVISOR_ABOVE) : own;
  }

  private List<Recipient> above(String unit, Role role, TellReason why) {
    var ancestors = directory.unit(unit).map(UnitEntry::ancestors).orElse(List.of());
    for (var ancestor : ancestors) {
      var found = inUnit(ancestor, role, why);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Recipient> inUnit(String unit, Role role, TellReason why) {
    return directory.officersOf(unit).stream()
        .filter(officer -> officer.roles().contains(role.wire()))
        .map(OfficerEntry::id)
        .map(id -> new Recipient(id, unit, why))
        .toList();
  }

  private static List<Recipient> distinct(List<Recipient> told) {
    Map<String, Recipient> byPerson = new LinkedHashMap<>();
    told.forEach(recipient -> byPerson.putIfAbsent(recipient.person(), recipient));
    return List.copyOf(byPerson.values());
  }
}
