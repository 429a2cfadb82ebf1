package io.caseclock.monitor.revision;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Limit;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.limit.QuarantineReason.TooLarge;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.watch.CasePortions;
import io.caseclock.monitor.watch.Phase;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.pack.Bound;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recomputes what is open; zero differences are expected. */
public final class Audit {

  private static final int PAGE = 200;

  /** How stored and computed differ. */
  public enum Kind {
    /** The events call for it, but it is not stored. */
    MISSING,
    /** It is stored as open, but the events do not call for it. */
    UNFOUNDED,
    /** Open on one side and over on the other. */
    PHASE,
    /** Another due instant. */
    DUE,
    /** Its next alarm is missing, so nobody would be told. */
    SILENT
  }

  /**
   * One difference.
   *
   * @param unit the responsible unit
   */
  public record Difference(
      Kind kind,
      UUID deadlineId,
      String caseId,
      Subject subject,
      String unit,
      String rule,
      String stored,
      String computed) {

    /** What people are told: the same difference of the same night is told once. */
    public DeadlineEvent finding(Instant at) {
      return new FindingRaised(
          "finding:audit:" + deadlineId + ":" + kind + ":" + at.truncatedTo(ChronoUnit.DAYS),
          caseId,
          subject,
          unit,
          null,
          "audit",
          subject.kind(),
          rule,
          new Names(
              "核验不一致（" + kind + "）：存储为 " + stored + "，重新计算为 " + computed,
              "The audit differs (" + kind + "): stored " + stored + ", computed " + computed),
          at);
    }
  }

  /** A case that could not be evaluated, and why. */
  public record Unverified(String caseId, String reason) {}

  /**
   * The result of one audit.
   *
   * @param cases how many were looked at, those among them that could not be evaluated
   * @param deadlines how many open deadlines were recomputed
   * @param unverified the cases that could not be evaluated; their deadlines may be wrong
   */
  public record Report(
      Instant at,
      int cases,
      int deadlines,
      List<Difference> differences,
      List<Unverified> unverified) {}

  private final Law law;
  private final OpenCases open;
  private final InstantSource clock;

  public Audit(Law law, OpenCases open, InstantSource clock) {
    this.law = law;
    this.open = open;
    this.clock = clock;
  }

  /**
   * Audits every case in which something is open.
   *
   * @param visibleUnit only cases of this unit's subtree; null for all
   */
  public Report run(@Nullable String visibleUnit) {
    var round = new Round(clock.instant());
    String after = null;
    List<String> page;
    do {
      page = open.page(visibleUnit, after, PAGE);
      round.take(page);
      after = page.isEmpty() ? null : page.getLast();
    } while (page.size() == PAGE);
    return round.report();
  }

  /** One audit, case by case; one that cannot be evaluated does not hold up the others. */
  private final class Round {

    private final Instant now;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Unverified> unverified = new ArrayList<>();
    private int cases;
    private int deadlines;

    Round(Instant now) {
      this.now = now;
    }

    void take(List<String> page) {
      cases += page.size();
      if (!page.isEmpty()) {
        var most = law.limits().events();
        var portions = CasePortions.of(open.sizes(page, most + 1), law.limits());
        portions
            .tooLarge()
            .forEach(size -> leaveOut(size.caseId(), new TooLarge(Limit.EVENTS, most)));
        portions
            .deleted()
            .forEach(size -> leaveOut(size.caseId(), new QuarantineReason.ContentsDeleted()));
        portions.portions().forEach(this::compareAll);
      }
    }

    private void compareAll(List<String> portion) {
      var events = open.events(portion);
      var stored = open.deadlines(portion);
      for (var caseId : portion) {
        var timeline = law.timeline(caseId, events.getOrDefault(caseId, List.of()));
        var kept = stored.getOrDefault(caseId, List.of());
        try {
          differences.addAll(compare(law.evaluate(timeline, now), kept));
          deadlines += (int) kept.stream().filter(one -> one.phase().isOpen()).count();
        } catch (RuntimeException e) {
          leaveOut(caseId, QuarantineReason.of(e));
        }
      }
    }

    private void leaveOut(String caseId, QuarantineReason why) {
      unverified.add(new Unverified(caseId, why.wire()));
    }

    Report report() {
      return new Report(now, cases, deadlines, differences, unverified);
    }
  }

  private static List<Difference> compare(List<Deadline> computed, List<StoredDeadline> kept) {
    Map<UUID, StoredDeadline> byId = new HashMap<>();
    kept.forEach(one -> byId.put(one.id(), one));
    List<Difference> differences = new ArrayList<>();
    for (var deadline : computed) {
      var stored = byId.remove(deadline.key().id());
      if (isOpen(deadline) || (stored != null && stored.phase().isOpen())) {
        difference(deadline, stored).ifPresent(differences::add);
      }
    }
    byId.values().stream()
        .filter(stored -> stored.phase().isOpen())
        .forEach(stored -> differences.add(of(Kind.UNFOUNDED, stored, shown(stored), "-")));
    return differences;
  }

  private static Optional<Difference> difference(
      Deadline deadline, @Nullable StoredDeadline stored) {
    var due = deadline.state().whenDue().map(Due::at).orElse(null);
    if (stored == null) {
      return Optional.of(missing(deadline, due));
    }
    if (isOpen(deadline) != stored.phase().isOpen() && !isAboutToClose(deadline, stored)) {
      return Optional.of(of(Kind.PHASE, stored, shown(stored), deadline.state().status().wire()));
    }
    if (!Objects.equals(due, stored.dueAt())) {
      return Optional.of(of(Kind.DUE, stored, shown(stored), String.valueOf(due)));
    }
    return isSilent(stored, deadline)
        ? Optional.of(of(Kind.SILENT, stored, shown(stored), "an alarm ahead"))
        : Optional.empty();
  }

  private static Difference missing(Deadline deadline, @Nullable Instant due) {
    return new Difference(
        Kind.MISSING,
        deadline.key().id(),
        deadline.key().caseId(),
        deadline.key().subject(),
        deadline.responsible().unit(),
        deadline.rule().id(),
        "-",
        deadline.state().status().wire() + " " + due);
  }

  /** Still ahead of its due instant, but with no alarm set: nobody would ever be told. */
  private static boolean isSilent(StoredDeadline stored, Deadline deadline) {
    return stored.phase() == Phase.RUNNING
        && stored.nextAlarmAt() == null
        && deadline.rule().isTold()
        && !isHistory(stored)
        && deadline.state().status() == DeadlineStatus.RUNNING;
  }

  /** It falls due in the time that is history. */
  private static boolean isHistory(StoredDeadline stored) {
    var toldFrom = stored.toldFrom();
    var lateFrom = stored.lateFrom();
    return toldFrom != null && lateFrom != null && lateFrom.isBefore(toldFrom);
  }

  /** A minimum period, or a right, that has run out closes with the next sweep. */
  private static boolean isAboutToClose(Deadline deadline, StoredDeadline stored) {
    var closes = deadline.rule().bound() == Bound.MINIMUM || deadline.rule().lapses();
    return closes && stored.nextAlarmAt() != null;
  }

  private static boolean isOpen(Deadline deadline) {
    return deadline.state().status().isOpen() && deadline.state().endedAt().isEmpty();
  }

  private static Difference of(Kind kind, StoredDeadline stored, String was, String is) {
    return new Difference(
        kind,
        stored.id(),
        stored.caseId(),
        stored.key().subject(),
        stored.responsible().unit(),
        stored.key().rule(),
        was,
        is);
  }

  private static String shown(StoredDeadline stored) {
    return stored.phase().wire() + " " + stored.dueAt();
  }
}
