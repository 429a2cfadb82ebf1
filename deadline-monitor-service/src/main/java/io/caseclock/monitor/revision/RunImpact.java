package io.caseclock.monitor.revision;

import io.caseclock.monitor.limit.TimeLimit;
import io.caseclock.monitor.revision.ImpactRun.State;
import io.caseclock.pack.Pack;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Compares a candidate pack over a longer time, and tells how far it is. */
public final class RunImpact {

  /** A comparison that says nothing for so long has died with its service. */
  static final Duration SILENCE = Duration.ofMinutes(2);

  private static final Duration KEPT = Duration.ofDays(1);

  private final Impact impact;
  private final OpenCases cases;
  private final ImpactRuns runs;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public RunImpact(
      Impact impact, OpenCases cases, ImpactRuns runs, InstantSource clock, Supplier<UUID> ids) {
    this.impact = impact;
    this.cases = cases;
    this.runs = runs;
    this.clock = clock;
    this.ids = ids;
  }

  /** A new comparison, which {@link #go} makes; empty where the account's last one goes on. */
  public Optional<ImpactRun> begin(String account, String unit, Pack candidate) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as it is kept
    var run =
        new ImpactRun(
            ids.get(),
            account,
            unit,
            candidate.id(),
            candidate.version(),
            now,
            now,
            0,
            cases.count(unit),
            State.RUNNING);
    return runs.begin(run, now.minus(SILENCE), now.minus(KEPT))
        ? Optional.of(run)
        : Optional.empty();
  }

  /**
   * Compares, and keeps what came of it.
   *
   * @param writer makes of the report what is kept
   */
  public void go(ImpactRun run, Pack candidate, Function<Impact.Report, String> writer) {
    try {
      var report = impact.of(candidate, run.unit(), done -> progressed(run, done));
      end(run, State.DONE, Optional.of(writer.apply(report)));
    } catch (TimeLimit.OverException e) {
      end(run, State.TOO_LONG, Optional.empty());
    } catch (RuntimeException e) {
      end(run, State.BROKEN, Optional.empty());
      throw e;
    }
  }

  /** Gives up, since there is no place for it. */
  public void turnAway(ImpactRun run) {
    end(run, State.BUSY, Optional.empty());
  }

  /** The account's last comparison; one that died is told as broken. */
  public Optional<ImpactRun> of(String account) {
    return runs.of(account).map(run -> isDead(run) ? run.in(State.BROKEN) : run);
  }

  /** What would change, where the comparison is done. */
  public Optional<String> report(ImpactRun run) {
    return runs.report(run.id());
  }

  private boolean isDead(ImpactRun run) {
    return run.state() == State.RUNNING && run.beatAt().isBefore(clock.instant().minus(SILENCE));
  }

  private void progressed(ImpactRun run, int done) {
    runs.progressed(run.id(), done, clock.instant());
  }

  private void end(ImpactRun run, State as, Optional<String> report) {
    runs.ended(run.id(), as, report, clock.instant());
  }
}
