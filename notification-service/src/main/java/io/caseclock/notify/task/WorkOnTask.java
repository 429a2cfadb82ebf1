package io.caseclock.notify.task;

import io.caseclock.access.Caller;
import io.caseclock.attribute.WrittenText;
import io.caseclock.contract.CaseEvent;
import io.caseclock.notify.task.TaskOutcome.Noted;
import io.caseclock.notify.task.TaskOutcome.Refused;
import io.caseclock.notify.task.TaskOutcome.Why;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What somebody does on a task: answer it, note an attempt, or give up after enough attempts. */
public final class WorkOnTask {

  /** A free text, an attempt's text or a reason. */
  public static final WrittenText TEXT = WrittenText.lines(4_000);

  private final Tasks tasks;
  private final TaskEligibility eligibility;
  private final TaskNotifier notifier;
  private final int tries;
  private final ZoneId zone;

  /**
   * @param tries in how many different hours somebody must have tried before giving up
   * @param zone the zone of those hours, where the task has none of its own
   */
  public WorkOnTask(
      Tasks tasks, TaskEligibility eligibility, TaskNotifier notifier, int tries, ZoneId zone) {
    this.tasks = tasks;
    this.eligibility = eligibility;
    this.notifier = notifier;
    this.tries = tries;
    this.zone = zone;
  }

  /**
   * Takes the answers; the task is done, unless one of them keeps it open.
   *
   * @param answers by question; a blank one counts as none
   * @param version the {@code seq} that the caller has seen; null where the caller does not say
   */
  public TaskOutcome answer(
      String id,
      Caller caller,
      Map<String, String> answers,
      @Nullable Integer version,
      Instant now) {
    return on(id, caller, version, now, (task, by) -> answer(task, by, answers, now));
  }

  private TaskOutcome answer(Task task, TaskActor by, Map<String, String> answers, Instant now) {
    var check = new AnswerCheck(task.kind());
    var given = check.given(answers);
    var faults = check.faults(given);
    if (!faults.isEmpty()) {
      return new Refused(Why.INVALID, task, null, faults, 0);
    }
    var before = new TaskHistory(tasks.history(task.id())).answers();
    var entry = TaskEntry.answered(task, by, given, now);
    var after = task.after(entry, check.keepsOpen(given) ? TaskState.FAULTS_OPEN : TaskState.DONE);
    List<CaseEvent> events = new ArrayList<>();
    if (!after.state().isOpen()) {
      events.add(TaskEvents.done(task, entry));
      notifier.ended(after, now);
    }
    var bad = check.newlyBad(before, given);
    if (!bad.isEmpty()) {
      events.addAll(TaskEvents.unsatisfied(task, entry, bad));
    }
    tasks.record(after, entry, events);
    return new Noted(after, entry);
  }

  /** Notes a try that reached nobody; the task stays as it is. */
  public TaskOutcome attempt(
      String id, Caller caller, AttemptOutcome outcome, String text, Instant now) {
    return on(
        id,
        caller,
        null,
        now,
        (task, by) -> {
          if (!task.kind().call()) {
            return Refused.because(Why.NOT_A_CALL, task);
          }
          if (!text.isBlank() && !TEXT.takes(text)) {
            return Refused.because(Why.TEXT_MISSING, task);
          }
          var entry = TaskEntry.attempted(task, by, outcome, text.strip(), now);
          var after = task.after(entry, task.state());
          tasks.record(after, entry, List.of());
          return new Noted(after, entry);
        });
  }

  /** Closes the task without answers, if it was tried in enough different hours. */
  public TaskOutcome giveUp(
      String id, Caller caller, String reason, @Nullable Integer version, Instant now) {
    return on(id, caller, version, now, (task, by) -> giveUp(task, by, reason.strip(), now));
  }

  private TaskOutcome giveUp(Task task, TaskActor by, String reason, Instant now) {
    if (!task.kind().call()) {
      return Refused.because(Why.NOT_A_CALL, task);
    }
    if (!TEXT.takes(reason)) {
      return Refused.because(Why.TEXT_MISSING, task);
    }
    var missing = missingTries(task, new TaskHistory(tasks.history(task.id())));
    if (missing > 0) {
      return new Refused(Why.TOO_FEW_TRIES, task, null, List.of(), missing);
    }
    var entry = TaskEntry.givenUp(task, by, reason, now);
    var after = task.after(entry, TaskState.UNREACHABLE);
    notifier.ended(after, now);
    tasks.record(after, entry, List.of(TaskEvents.done(task, entry)));
    return new Noted(after, entry);
  }

  /** In how many more different hours somebody has to try before the task may be given up. */
  public int missingTries(Task task, TaskHistory history) {
    var own = task.zone();
    return Math.max(0, tries - history.hoursTried(own == null ? zone : own));
  }

  /** Whether the caller may work on the task, and why not. */
  public Optional<Why> hindrance(Task task, Caller caller, Instant now) {
    var officer = caller.asOfficer().orElse("");
    if (officer.equals(task.officer())) {
      return Optional.of(Why.OWN_CASE);
    }
    if (officer.isEmpty() || !eligibility.mayDo(task, officer, now)) {
      return Optional.of(Why.NOT_DOER);
    }
    return task.state().isOpen() ? Optional.empty() : Optional.of(Why.ENDED);
  }

  private TaskOutcome on(
      String id,
      Caller caller,
      @Nullable Integer version,
      Instant now,
      BiFunction<Task, TaskActor, TaskOutcome> work) {
    var found = caller.visibleUnit().flatMap(root -> tasks.lockedWithin(id, root));
    if (found.isEmpty()) {
      return Refused.because(Why.UNKNOWN, null);
    }
    var task = found.get();
    var hindrance = hindrance(task, caller, now);
    if (hindrance.isPresent()) {
      var last = hindrance.get() == Why.ENDED ? last(task) : null;
      return new Refused(hindrance.get(), task, last, List.of(), 0);
    }
    if (version != null && version != task.seq()) {
      return new Refused(Why.STALE, task, last(task), List.of(), 0);
    }
    return work.apply(task, actor(task, caller, now));
  }

  private TaskActor actor(Task task, Caller caller, Instant now) {
    var absent = caller.asOfficer().flatMap(person -> eligibility.absent(task, person, now));
    return new TaskActor(caller.name(), caller.officer(), task.kind().role(), absent.orElse(null));
  }

  private @Nullable TaskEntry last(Task task) {
    return new TaskHistory(tasks.history(task.id())).last().orElse(null);
  }
}
