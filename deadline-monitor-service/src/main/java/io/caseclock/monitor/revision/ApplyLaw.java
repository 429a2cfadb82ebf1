package io.caseclock.monitor.revision;

import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.revision.LawChanges.LawChange;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.EvaluateCases;
import io.caseclock.monitor.watch.WatchedCases;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Moves what is open to the law in force, in bounded batches, each with its entries on the deadline
 * topic. Several replicas may run it; while an update rolls out, those with the older law leave it
 * to the newer ones.
 */
public final class ApplyLaw {

  private static final int BATCH = 100;

  private final Law law;
  private final LawChanges changes;
  private final OpenCases open;
  private final WatchedCases cases;
  private final EvaluateCases review;
  private final InstantSource clock;

  public ApplyLaw(
      Law law,
      LawChanges changes,
      OpenCases open,
      WatchedCases cases,
      CaseEvaluator review,
      InstantSource clock) {
    this.law = law;
    this.changes = changes;
    this.open = open;
    this.cases = cases;
    this.review = new EvaluateCases(review);
    this.clock = clock;
  }

  /** Called once when the service starts: what it brings along is in force from now on. */
  public void putInForce() {
    for (var pack : law.packs()) {
      changes.putInForce(
          pack.pack().id(), pack.pack().version(), pack.calendar().version(), clock.instant());
    }
  }

  /** Moves whatever still rests on an older version; returns how many deadlines changed. */
  public int apply() {
    return law.packs().stream()
        .mapToInt(
            pack ->
                changes
                    .newest(pack.pack().id())
                    .filter(change -> isOurs(change, pack))
                    .filter(change -> change.finishedAt() == null)
                    .map(change -> apply(change))
                    .orElse(0))
        .sum();
  }

  private static boolean isOurs(LawChange change, Law.InForce pack) {
    return change.packVersion().equals(pack.pack().version())
        && change.calendarVersion().equals(pack.calendar().version());
  }

  private int apply(LawChange change) {
    var moved = 0;
    String after = null;
    List<String> page;
    do {
      page =
          open.outdated(
              change.pack(), change.packVersion(), change.calendarVersion(), after, BATCH);
      if (!page.isEmpty()) {
        var changed = move(page);
        changes.progressed(change.id(), page.size(), changed);
        moved += changed;
        after = page.getLast();
      }
    } while (page.size() == BATCH);
    changes.finished(change.id(), clock.instant());
    return moved;
  }

  /**
   * One transaction a batch; returns how many changes people are told of. A case that cannot be
   * evaluated keeps what it has, is set aside, and does not hold up the others.
   */
  private int move(List<String> caseIds) {
    var now = clock.instant();
    return cases.transact(
        session -> {
          session.lock(caseIds);
          return review.review(session, caseIds, Map.of(), now).told();
        });
  }
}
