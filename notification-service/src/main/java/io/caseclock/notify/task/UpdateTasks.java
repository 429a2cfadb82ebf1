package io.caseclock.notify.task;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.pack.TaskKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens, moves and ends tasks with the deadlines that ask for them. */
public final class UpdateTasks {

  private final TaskKinds kinds;
  private final Tasks tasks;
  private final TaskNotifier notifier;
  private final Set<String> rules;

  /** Also follows the rules of tasks that are still open though their kind has left the packs. */
  public UpdateTasks(TaskKinds kinds, Tasks tasks, TaskNotifier notifier) {
    this.kinds = kinds;
    this.tasks = tasks;
    this.notifier = notifier;
    var followed = new HashSet<>(tasks.rulesOfOpen());
    kinds.all().stream().map(TaskKind::rule).forEach(followed::add);
    this.rules = Set.copyOf(followed);
  }

  /** Takes effect in the caller's transaction; the same event again changes nothing. */
  public void apply(DeadlineEvent event, Instant now) {
    if (event instanceof DeadlineChanged changed && rules.contains(changed.deadline().rule())) {
      follow(changed, now);
    }
  }

  private void follow(DeadlineChanged changed, Instant now) {
    var deadline = changed.deadline();
    var known = tasks.lockedOf(deadline.deadlineId());
    if (!deadline.status().isOpen()) {
      known.stream()
          .filter(task -> task.state().isOpen())
          .forEach(task -> end(task, deadline.status(), now));
      return;
    }
    known.forEach(task -> keepUp(task, changed, now));
    open(changed, known, now);
  }

  /** An ended task stays ended, unless its deadline opens again. */
  private void keepUp(Task task, DeadlineChanged changed, Instant now) {
    var moved = task.following(changed.deadline());
    if (task.state().isOpen() && !moved.equals(task)) {
      tasks.keep(moved);
    }
    if (!task.state().isOpen() && changed.change() == Change.REOPENED) {
      var entry = TaskEntry.bySystem(task, TaskAction.REOPENED, now);
      tasks.record(moved.after(entry, TaskState.OPEN), entry, List.of());
    }
  }

  /** Of what was due long ago nothing is asked; of what is still to come nobody is told twice. */
  private void open(DeadlineChanged changed, List<Task> known, Instant now) {
    var deadline = changed.deadline();
    if (deadline.fellDueInHistory()) {
      return;
    }
    var there = known.stream().map(task -> task.kind().id()).collect(Collectors.toSet());
    for (var kind : kinds.ofRule(deadline.rule())) {
      if (!there.contains(kind.id())) {
        var opening = Task.opening(kind, deadline, now);
        var entry = TaskEntry.bySystem(opening, TaskAction.OPENED, now);
        var task = opening.after(entry, TaskState.OPEN);
        tasks.add(task, entry);
        if (!deadline.beganInHistory()) {
          notifier.opened(task, deadline, now);
        }
      }
    }
  }

  private void end(Task task, DeadlineStatus status, Instant now) {
    var cancelled = status == DeadlineStatus.CANCELLED || status == DeadlineStatus.LAPSED;
    var act = cancelled ? TaskAction.CANCELLED : TaskAction.MET_ELSEWHERE;
    var entry = TaskEntry.bySystem(task, act, now);
    var after = task.after(entry, cancelled ? TaskState.CANCELLED : TaskState.DONE_ELSEWHERE);
    notifier.ended(after, now);
    tasks.record(after, entry, List.of());
  }
}
