package io.caseclock.monitor.revision;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.TimeLimit;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.watch.CasePortions;
import io.caseclock.pack.Pack;
import io.caseclock.pack.SideBySide;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the law in force with a candidate over everything that is open. Stores nothing. */
public final class Impact {

  /** The most differences that are listed; the counts are always complete. */
  static final int MOST_LISTED = 1_000;

  private static final int PAGE = 200;

  /** What the candidate would do to one deadline. */
  public enum Effect {
    MOVED,
    BECOMES_BREACHED,
    NO_LONGER_BREACHED,
    OPENS,
    ENDS
  }

  /** How one deadline stands by one law; all null where that law knows no such deadline. */
  public record Standing(
      @Nullable DeadlineStatus status, @Nullable Instant dueAt, @Nullable LocalDate dueOn) {

    static Standing of(@Nullable Deadline deadline) {
      if (deadline == null) {
        return new Standing(null, null, null);
      }
      var due = deadline.state().whenDue();
      return new Standing(
          deadline.state().status(), due.map(Due::at).orElse(null), due.map(Due::on).orElse(null));
    }
  }

  /**
   * One deadline that the candidate would change.
   *
   * @param names of the rule, as the law says that knows the deadline
   * @param zone in which it is due
   */
  public record Difference(
      UUID deadlineId,
      String caseId,
      String subject,
      String rule,
      String unit,
      Effect effect,
      Names names,
      ZoneId zone,
      Standing before,
      Standing after) {}

  /**
   * The whole answer.
   *
   * @param open how many open deadlines were compared
   * @param counts how many of each effect
   * @param differences the first of them, by case
   * @param unverified the first cases that could not be compared, since they cost too much or broke
   */
  public record Report(
      int cases,
      int open,
      Map<Effect, Integer> counts,
      List<Difference> differences,
      List<String> unverified) {}

  private final Law law;
  private final OpenCases cases;
  private final InstantSource clock;
  private final Duration longest;
  private final LongSupplier nanos;

  /**
   * @param longest after how long a comparison is ended
   * @param nanos a counter that rises by one each nanosecond, from any start
   */
  public Impact(
      Law law, OpenCases cases, InstantSource clock, Duration longest, LongSupplier nanos) {
    this.longest = longest;
    this.nanos = nanos;
    this.law = law;
    this.cases = cases;
    this.clock = clock;
  }

  /** Why the candidate cannot be in force beside the other packs; empty where it can. */
  public List<String> clashes(Pack candidate) {
    var others =
        law.packs().stream()
            .map(Law.InForce::pack)
            .filter(pack -> !pack.id().equals(candidate.id()));
    return SideBySide.clashes(Stream.concat(others, Stream.of(candidate)).toList());
  }

  /**
   * What would change if the candidate were put in force now; ends with a {@link
   * TimeLimit.OverException} where that takes too long.
   *
   * @param visibleUnit only what lies in this unit's subtree
   */
  public Report of(Pack candidate, String visibleUnit) {
    return of(candidate, visibleUnit, cases -> {});
  }

  /**
   * The same.
   *
   * @param progress is told after each page how many cases were compared so far
   */
  public Report of(Pack candidate, String visibleUnit, IntConsumer progress) {
    var time = new TimeLimit(longest, nanos);
    var changed = law.with(candidate);
    var now = clock.instant();
    var count = new Count(changed);
    String after = null;
    List<String> page;
    do {
      page = cases.page(visibleUnit, after, PAGE);
      count.compareAll(page, now, time);
      progress.accept(count.cases);
      after = page.isEmpty() ? null : page.getLast();
    } while (page.size() == PAGE);
    return new Report(count.cases, count.open, count.counts, count.differences, count.unverified);
  }

  /** Adds up over the cases. */
  private final class Count {

    private final Law changed;
    private final List<String> unverified = new ArrayList<>();

    private int cases;
    private int open;
    private final Map<Effect, Integer> counts = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();

    Count(Law changed) {
      this.changed = changed;
    }

    void compareAll(List<String> page, Instant now, TimeLimit time) {
      if (page.isEmpty()) {
        return;
      }
      this.cases += page.size();
      var sizes = Impact.this.cases.sizes(page, law.limits().events() + 1);
      var portions = CasePortions.of(sizes, law.limits());
      portions.tooLarge().forEach(size -> leaveOut(size.caseId()));
      portions.deleted().forEach(size -> leaveOut(size.caseId()));
      for (var portion : portions.portions()) {
        for (var one : Impact.this.cases.events(portion).entrySet()) {
          time.check();
          try {
            compare(one.getKey(), one.getValue(), now);
          } catch (RuntimeException e) {
            leaveOut(one.getKey());
          }
        }
      }
    }

    private void leaveOut(String caseId) {
      if (unverified.size() < MOST_LISTED) {
        unverified.add(caseId);
      }
    }

    private void compare(String caseId, List<CaseEvent> events, Instant now) {
      var timeline = law.timeline(caseId, events);
      Map<UUID, Deadline> afterwards = new HashMap<>();
      var befores = law.evaluate(timeline, now);
      changed.evaluate(timeline, now).forEach(one -> afterwards.put(one.key().id(), one));
      for (var before : befores) {
        var after = afterwards.remove(before.key().id());
        if (before.state().status().isOpen()) {
          open++;
          effect(before, after).ifPresent(effect -> add(effect, before, after));
        }
      }
      afterwards.values().stream()
          .filter(after -> after.state().status().isOpen())
          .forEach(after -> add(Effect.OPENS, null, after));
    }

    private ZoneId zone(Deadline deadline) {
      var rule = deadline.rule().id();
      return law.rule(rule)
          .or(() -> changed.rule(rule))
          .map(found -> found.pack().zone())
          .orElseGet(law::zone);
    }

    private void add(Effect effect, @Nullable Deadline before, @Nullable Deadline after) {
      counts.merge(effect, 1, Integer::sum);
      var shown = before == null ? after : before;
      if (shown != null && differences.size() < MOST_LISTED) {
        differences.add(
            new Difference(
                shown.key().id(),
                shown.key().caseId(),
                shown.key().subject().toString(),
                shown.rule().id(),
                shown.responsible().unit(),
                effect,
                shown.rule().names(),
                zone(shown),
                Standing.of(before),
                Standing.of(after)));
      }
    }
  }

  private static Optional<Effect> effect(Deadline before, @Nullable Deadline after) {
    if (after == null || !after.state().status().isOpen()) {
      return Optional.of(Effect.ENDS);
    }
    var was = before.state().status() == DeadlineStatus.BREACHED;
    var is = after.state().status() == DeadlineStatus.BREACHED;
    if (was != is) {
      return Optional.of(is ? Effect.BECOMES_BREACHED : Effect.NO_LONGER_BREACHED);
    }
    var moved = !before.state().whenDue().map(Due::at).equals(after.state().whenDue().map(Due::at));
    return moved ? Optional.of(Effect.MOVED) : Optional.empty();
  }
}
