package io.caseclock.monitor.level;

import io.caseclock.access.Caller;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens a restricted case for a while to somebody in whose units it lies. */
public final class BreakGlass {

  /** Who has a case, whatever its level. */
  @FunctionalInterface
  public interface Owners {

    /**
     * The unit that has the case.
     *
     * @param visibleUnit the root of what may be seen; empty where the case does not lie in it
     */
    Optional<String> of(String visibleUnit, String caseId);
  }

  /** What came of the wish. */
  public sealed interface Outcome {

    /** The case may be seen from now on, for a while. */
    record Opened(Access access) implements Outcome {}

    /** It is seen anyway: its level hides it from nobody, or not from them, or they opened it. */
    record SeenAlready() implements Outcome {}

    /** There is no such case in their units. */
    record Unknown() implements Outcome {}
  }

  private final Owners owners;
  private final HiddenCases hidden;
  private final Accesses accesses;
  private final Duration lasts;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  /**
   * @param lasts how long a case stays open
   */
  public BreakGlass(
      Owners owners,
      HiddenCases hidden,
      Accesses accesses,
      Duration lasts,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.owners = owners;
    this.hidden = hidden;
    this.accesses = accesses;
    this.lasts = lasts;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Opens the case.
   *
   * @param caller whoever is answered at the moment
   */
  public Outcome open(Caller caller, String caseId, String reason) {
    var unit = caller.requiredUnit();
    var owner = owners.of(unit, caseId);
    if (owner.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!hidden.ids().contains(caseId)) {
      return new Outcome.SeenAlready();
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var access =
        new Access(
            ids.get(),
            caseId,
            owner.get(),
            caller.name(),
            caller.officer(),
            unit,
            reason,
            now,
            now.plus(lasts),
            null);
    return accesses.keep(access) ? new Outcome.Opened(access) : new Outcome.SeenAlready();
  }
}
