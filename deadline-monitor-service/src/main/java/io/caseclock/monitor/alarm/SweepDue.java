package io.caseclock.monitor.alarm;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.alarm.DueDeadlines.Batch;
import io.caseclock.monitor.alarm.DueDeadlines.Told;
import io.caseclock.monitor.deadline.Stages;
import io.caseclock.monitor.deadline.Stages.Stage;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Limit;
import io.caseclock.monitor.limit.QuarantineReason.ContentsDeleted;
import io.caseclock.monitor.limit.QuarantineReason.TooLarge;
import io.caseclock.monitor.watch.CasePortions;
import io.caseclock.monitor.watch.Counting;
import io.caseclock.monitor.watch.Phase;
import io.caseclock.monitor.watch.Snapshots;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.pack.Bound;
import io.caseclock.pack.RuleVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One sweep over what is due, in bounded batches. */
public final class SweepDue {

  /** The reason why it counts otherwise once a warning is told. */
  private static final String WARNED = "warned";

  private final DueDeadlines due;
  private final Law law;
  private final Snapshots snapshots;
  private final Counting counting;
  private final InstantSource clock;
  private final int batchSize;
  private final Consumer<ToldAlarm> toldAlarms;

  public SweepDue(DueDeadlines due, Law law, InstantSource clock, int batchSize) {
    this(due, law, clock, batchSize, any -> {});
  }

  /**
   * @param toldAlarms is told of each alarm once it is committed
   */
  public SweepDue(
      DueDeadlines due,
      Law law,
      InstantSource clock,
      int batchSize,
      Consumer<ToldAlarm> toldAlarms) {
    this.due = due;
    this.law = law;
    this.snapshots = new Snapshots(law);
    this.counting = new Counting(law);
    this.clock = clock;
    this.batchSize = batchSize;
    this.toldAlarms = toldAlarms;
  }

  /**
   * Claims and tells one batch.
   *
   * @return whether more may be waiting
   */
  public boolean sweepBatch() {
    var now = clock.instant();
    List<Told> told = new ArrayList<>();
    var claimed =
        due.claim(
            now,
            batchSize,
            batch -> {
              told.addAll(tell(batch, now));
              return told;
            });
    committed(told, Duration.between(now, clock.instant()));
    return claimed == batchSize;
  }

  private void committed(List<Told> told, Duration took) {
    for (var one : told) {
      if (one.alarm().orElse(null) instanceof DeadlineAlarm alarm) {
        toldAlarms.accept(new ToldAlarm(alarm.stage(), alarm.lateBy().plus(took)));
      }
    }
  }

  /** For how long nothing will be due, as far as is known now; empty where nothing ever will. */
  Optional<Duration> untilNextIsDue() {
    var now = clock.instant();
    return due.nextAfter(now).map(next -> Duration.between(now, next));
  }

  private List<Told> tell(Batch batch, Instant now) {
    Map<UUID, Stage> stages = new HashMap<>();
    for (var deadline : batch.claimed()) {
      stageOf(deadline, now).ifPresent(stage -> stages.put(deadline.id(), stage));
    }
    var breached =
        batch.claimed().stream().filter(deadline -> isBreach(stages.get(deadline.id()))).toList();
    var traces = traces(batch, breached, now);
    return batch.claimed().stream()
        .map(
            deadline -> told(deadline, Optional.ofNullable(stages.get(deadline.id())), traces, now))
        .toList();
  }

  private Told told(
      StoredDeadline deadline, Optional<Stage> stage, Map<UUID, List<Names>> traces, Instant now) {
    if (deadline.phase() == Phase.RUNNING && isMinimum(deadline)) {
      return closed(deadline, deadline.metByWaiting(), Change.MET, now);
    }
    if (lapses(deadline) && isBreach(stage.orElse(null))) {
      return closed(deadline, deadline.lapsed(), Change.LAPSED, now);
    }
    var trace = traces.getOrDefault(deadline.id(), List.of());
    var alarm = stage.map(reached -> alarm(deadline, reached, trace, now));
    var after = stage.isPresent() && !isBreach(stage.get()) ? deadline.warned() : deadline;
    return new Told(
        after, nextAlarm(deadline, now), alarm, counting.between(deadline, after, WARNED, now));
  }

  /** It ended by running out: what it forbade is allowed now, or what it allowed is lost. */
  private Told closed(StoredDeadline before, StoredDeadline closed, Change change, Instant now) {
    var id = closed.id() + ":" + closed.revision() + ":" + change;
    var event = new DeadlineChanged(id, change, snapshots.of(closed, now, List.of()), now);
    return new Told(
        closed, null, Optional.of(event), counting.between(before, closed, Words.of(change), now));
  }

  private static boolean isBreach(@Nullable Stage stage) {
    return stage != null && stage.name().equals(Stages.BREACH);
  }

  private DeadlineEvent alarm(
      StoredDeadline deadline, Stage stage, List<Names> trace, Instant now) {
    return new DeadlineAlarm(
        deadline.id() + ":" + deadline.revision() + ":" + stage.name(),
        stage.name(),
        snapshots.of(deadline, now, isBreach(stage) ? trace : List.of()),
        now,
        Duration.between(stage.at(), now));
  }

  /** The gravest stage that has come; a minimum period has no stage but being cut short. */
  private Optional<Stage> stageOf(StoredDeadline deadline, Instant now) {
    if (deadline.phase() == Phase.CUT_SHORT) {
      var at = Objects.requireNonNull(deadline.endedAt(), "cut short at an instant");
      return new Stages(List.of(new Stage(Stages.BREACH, at)))
          .from(deadline.toldFrom())
          .gravestAt(now);
    }
    if (deadline.phase() != Phase.RUNNING || isMinimum(deadline)) {
      return Optional.empty();
    }
    return stages(deadline).gravestAt(now);
  }

  private @Nullable Instant nextAlarm(StoredDeadline deadline, Instant now) {
    return deadline.phase() == Phase.RUNNING ? stages(deadline).nextAfter(now) : null;
  }

  /** What cannot be late is a minimum period, also once its rule left the pack or changed. */
  private boolean isMinimum(StoredDeadline deadline) {
    return !lapses(deadline)
        && (deadline.lateFrom() == null
            || law.rule(deadline.key().rule())
                .filter(found -> found.rule().bound() == Bound.MINIMUM)
                .isPresent());
  }

  private boolean lapses(StoredDeadline deadline) {
    return law.rule(deadline.key().rule()).filter(found -> found.rule().lapses()).isPresent();
  }

  /** What is history is told to nobody. */
  private Stages stages(StoredDeadline deadline) {
    return lapses(deadline)
        ? allStages(deadline).lapsingFrom(deadline.toldFrom())
        : allStages(deadline).from(deadline.toldFrom());
  }

  /** A rule that left its pack has no warnings any more; its breach is told all the same. */
  private Stages allStages(StoredDeadline deadline) {
    var dueAt = Objects.requireNonNull(deadline.dueAt(), "a running deadline has a due instant");
    var lateFrom = Objects.requireNonNullElse(deadline.lateFrom(), dueAt);
    return version(deadline)
        .map(
            version ->
                Stages.of(
                    version,
                    law.workingTime(deadline.rule().pack()),
                    deadline.startedAt(),
                    dueAt,
                    lateFrom))
        .orElseGet(() -> new Stages(List.of(new Stage(Stages.BREACH, lateFrom))));
  }

  private Optional<RuleVersion> version(StoredDeadline deadline) {
    return law.rule(deadline.key().rule()).stream()
        .flatMap(found -> found.rule().versions().stream())
        .filter(version -> version.id().equals(deadline.rule().version()))
        .findFirst();
  }

  private Map<UUID, List<Names>> traces(Batch batch, List<StoredDeadline> breached, Instant now) {
    var traces = new BreachTraces(law, breached, now);
    if (!breached.isEmpty()) {
      var most = law.limits().events();
      var cases = CasePortions.of(batch.sizes(traces.cases(), most + 1), law.limits());
      cases
          .tooLarge()
          .forEach(size -> traces.leaveOut(size.caseId(), new TooLarge(Limit.EVENTS, most)));
      cases.deleted().forEach(size -> traces.leaveOut(size.caseId(), new ContentsDeleted()));
      cases.portions().forEach(portion -> batch.events(portion).forEach(traces::add));
    }
    return traces.byDeadline();
  }
}
