package io.caseclock.notify.message;

import io.caseclock.directory.Directory;
import io.caseclock.directory.UnitEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which units stand over another, by the tree of the directory. */
public final class SupervisingUnits {

  /** The kinds of units that supervise others; the first kind that is there does. */
  static final List<String> KINDS = List.of("legal", "brigade");

  private static final Set<String> BUREAUS = Set.of("bureau", "sub-bureau");

  private final Directory directory;

  public SupervisingUnits(Directory directory) {
    this.directory = directory;
  }

  /** The units above, nearest first; none for the root, and where the unit is unknown. */
  public List<String> above(String unit) {
    return directory.unit(unit).map(UnitEntry::ancestors).orElse(List.of());
  }

  /** The units of a kind that lie directly below another, by path. */
  List<String> directlyBelow(String unit, String kind) {
    return directory.subtree(unit).stream()
        .filter(below -> unit.equals(below.parent()) && kind.equals(below.kind()))
        .map(UnitEntry::id)
        .toList();
  }

  boolean isBureau(String unit) {
    return kindOf(unit).filter(BUREAUS::contains).isPresent();
  }

  /**
   * The one unit that supervises another: the legal unit beside the nearest unit above, else its
   * only brigade; no brigade supervises a legal unit or another brigade. Empty where the directory
   * knows none.
   */
  public Optional<String> supervisor(String unit) {
    var own = directory.line(unit);
    for (var ancestor : above(unit)) {
      for (var kind : KINDS) {
        var others =
            directlyBelow(ancestor, kind).stream().filter(one -> !own.contains(one)).toList();
        if (kind.equals("legal") ? !others.isEmpty() : isOnlyBrigade(others, unit)) {
          return Optional.of(others.getFirst());
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOnlyBrigade(List<String> brigades, String unit) {
    return brigades.size() == 1 && kindOf(unit).filter(KINDS::contains).isEmpty();
  }

  /** The nearest bureau or sub-bureau above; empty where there is none. */
  public Optional<String> bureau(String unit) {
    return above(unit).stream().filter(this::isBureau).findFirst();
  }

  private Optional<String> kindOf(String unit) {
    return directory.unit(unit).map(UnitEntry::kind);
  }
}
