package io.caseclock.notify.message;

import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a role for a unit, by the directory as of an instant. Whoever is away is stood in for
 * by the substitute; without one, by the nearest who holds the role above.
 */
public final class RoleHolders {

  private static final Map<String, RecipientReason> OWN =
      Map.of(
          "legal-officer", RecipientReason.LEGAL_OFFICER,
          "supervisor", RecipientReason.SUPERVISOR,
          "callback-officer", RecipientReason.CALLBACK_OFFICER);
  private static final Map<String, RecipientReason> ABOVE =
      Map.of(
          "legal-officer", RecipientReason.LEGAL_OFFICER_ABOVE,
          "supervisor", RecipientReason.SUPERVISOR_ABOVE,
          "callback-officer", RecipientReason.CALLBACK_OFFICER);

  private final Directory directory;
  private final SupervisingUnits units;

  public RoleHolders(Directory directory) {
    this.directory = directory;
    this.units = new SupervisingUnits(directory);
  }

  /**
   * The holders of a role that a policy may name; empty where the directory knows none.
   *
   * @param officer the responsible officer, where one is named
   */
  public List<Recipient> of(String role, String unit, @Nullable String officer, Instant at) {
    return switch (role) {
      case "officer" -> responsible(officer, at).map(List::of).orElse(List.of());
      case "unit-head" -> present(unit, Set.of("unit-head"), RecipientReason.UNIT_HEAD, at);
      case "supervising-brigade" -> supervisingBrigade(unit, at);
      case "bureau-leader" -> bureauLeaders(unit, at);
      case "legal-officer", "supervisor", "callback-officer" -> nearest(role, unit, at);
      default -> throw new IllegalArgumentException("not a role of a policy: " + role);
    };
  }

  /** Heads, supervisors and leaders posted to exactly this unit, each once, or who stands in. */
  public List<Recipient> leading(String unit, Instant at) {
    Map<String, Recipient> once = new LinkedHashMap<>();
    present(unit, Set.of("unit-head"), RecipientReason.UNIT_HEAD, at)
        .forEach(one -> once.putIfAbsent(one.person(), one));
    present(unit, Set.of("supervisor"), RecipientReason.SUPERVISOR, at)
        .forEach(one -> once.putIfAbsent(one.person(), one));
    present(unit, Set.of("bureau-leader"), RecipientReason.BUREAU_LEADER, at)
        .forEach(one -> once.putIfAbsent(one.person(), one));
    return List.copyOf(once.values());
  }

  /** The officer, or who stands in; empty where the officer is unknown, or away without one. */
  public Optional<Recipient> responsible(@Nullable String officer, Instant at) {
    return Optional.ofNullable(officer)
        .flatMap(id -> directory.officer(id, at))
        .flatMap(known -> orSubstitute(known, RecipientReason.RESPONSIBLE_OFFICER, at));
  }

  /** The holders in the nearest unit above that has one there. */
  public List<Recipient> above(String role, String unit, Instant at) {
    for (var ancestor : units.above(unit)) {
      var found =
          present(
              ancestor,
              Set.of(role),
              ABOVE.getOrDefault(role, RecipientReason.SUPERVISOR_ABOVE),
              at);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Recipient> nearest(String role, String unit, Instant at) {
    var own = present(unit, Set.of(role), OWN.getOrDefault(role, RecipientReason.SUPERVISOR), at);
    return own.isEmpty() ? above(role, unit, at) : own;
  }

  private List<Recipient> supervisingBrigade(String unit, Instant at) {
    for (var ancestor : units.above(unit)) {
      for (var kind : SupervisingUnits.KINDS) {
        var found = supervising(ancestor, kind, at);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return above("supervisor", unit, at);
  }

  private List<Recipient> supervising(String ancestor, String kind, Instant at) {
    var roles = Set.of("supervisor", "legal-officer");
    List<Recipient> found = new ArrayList<>();
    for (var below : units.directlyBelow(ancestor, kind)) {
      found.addAll(present(below, roles, RecipientReason.SUPERVISING_BRIGADE, at));
    }
    return found;
  }

  private List<Recipient> bureauLeaders(String unit, Instant at) {
    for (var ancestor : units.above(unit)) {
      var found =
          units.isBureau(ancestor)
              ? present(ancestor, Set.of("bureau-leader"), RecipientReason.BUREAU_LEADER, at)
              : List.<Recipient>of();
      if (!found.isEmpty()) {
        return found;
      }
    }
    for (var ancestor : units.above(unit).reversed()) {
      var found = present(ancestor, Set.of("supervisor"), RecipientReason.SUPERVISOR_ABOVE, at);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Recipient> present(String unit, Set<String> roles, RecipientReason why, Instant at) {
    return directory.officersOf(unit, at).stream()
        .filter(officer -> officer.roles().stream().anyMatch(roles::contains))
        .map(officer -> orSubstitute(officer, why, at))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Recipient> orSubstitute(OfficerEntry officer, RecipientReason why, Instant at) {
    var absence = directory.absence(officer.id(), at);
    if (absence.isEmpty()) {
      return Optional.of(new Recipient(officer.id(), officer.unit(), why));
    }
    return Optional.ofNullable(absence.get().substitute())
        .flatMap(id -> directory.officer(id, at))
        .filter(substitute -> directory.absence(substitute.id(), at).isEmpty())
        .map(
            substitute ->
                new Recipient(substitute.id(), substitute.unit(), RecipientReason.SUBSTITUTE));
  }
}
