package io.caseclock.notify.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateTasksTest {

  private final TasksInMemory tasks = new TasksInMemory();

  @Test
  void a_task_opens_with_its_deadline_and_is_told_once() {
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);

    assertThat(tasks.kept).hasSize(1);
    assertThat(tasks.told).containsExactly("opened");
    assertThat(tasks.task().state()).isEqualTo(TaskState.OPEN);
    assertThat(tasks.task().dueAt()).isEqualTo(TasksInMemory.DUE);
    assertThat(tasks.task().seq()).isEqualTo(1);
  }

  @Test
  void a_deadline_of_another_rule_asks_nothing_of_anybody() {
    tasks.hears(Change.OPENED, "filing-review", DeadlineStatus.RUNNING);

    assertThat(tasks.kept).isEmpty();
  }

  @Test
  void a_deadline_that_was_met_before_it_was_known_opens_no_task() {
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.MET);

    assertThat(tasks.kept).isEmpty();
    assertThat(tasks.told).isEmpty();
  }

  @Test
  void what_fell_due_in_history_asks_nothing_of_anybody() {
    tasks.hears(
        Change.OPENED,
        "incident-callback",
        DeadlineStatus.BREACHED,
        TasksInMemory.DUE,
        TasksInMemory.DUE.plusMillis(1));

    assertThat(tasks.kept).isEmpty();
    assertThat(tasks.told).isEmpty();
  }

  @Test
  void what_began_in_history_and_is_still_to_come_is_a_task_that_nobody_is_told_of() {
    tasks.hears(
        Change.OPENED,
        "incident-callback",
        DeadlineStatus.RUNNING,
        TasksInMemory.DUE,
        TasksInMemory.NOW);

    assertThat(tasks.task().state()).isEqualTo(TaskState.OPEN);
    assertThat(tasks.told).isEmpty();
  }

  @Test
  void a_moved_deadline_moves_its_task() {
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    var later = TasksInMemory.DUE.plus(Duration.ofDays(1));

    tasks.hears(Change.MOVED, "incident-callback", DeadlineStatus.RUNNING, later);

    assertThat(tasks.task().dueAt()).isEqualTo(later);
    assertThat(tasks.task().seq()).isEqualTo(1);
  }

  @Test
  void a_deadline_met_without_the_task_ends_it() {
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    tasks.hears(Change.MET_LATE, "incident-callback", DeadlineStatus.MET_LATE);

    assertThat(tasks.task().state()).isEqualTo(TaskState.DONE_ELSEWHERE);
    assertThat(tasks.task().endedAt()).isEqualTo(TasksInMemory.NOW);
    assertThat(tasks.told).containsExactly("opened", "ended done-elsewhere");
    assertThat(tasks.events).isEmpty();
  }

  @Test
  void a_deadline_that_fell_away_cancels_its_task() {
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    tasks.hears(Change.CANCELLED, "incident-callback", DeadlineStatus.CANCELLED);

    assertThat(tasks.task().state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void what_the_answers_bring_about_changes_nothing_in_the_task_they_ended() {
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    tasks.answers(Map.of("attitude", "satisfied"));

    tasks.hears(Change.MOVED, "incident-callback", DeadlineStatus.RUNNING);
    tasks.hears(Change.MET, "incident-callback", DeadlineStatus.MET);

    assertThat(tasks.task().state()).isEqualTo(TaskState.DONE);
    assertThat(tasks.task().seq()).isEqualTo(2);
  }

  @Test
  void a_deadline_that_opens_again_opens_its_task_again_and_tells_nobody_twice() {
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    tasks.answers(Map.of("attitude", "dissatisfied"));

    tasks.hears(Change.REOPENED, "incident-callback", DeadlineStatus.RUNNING);

    assertThat(tasks.task().state()).isEqualTo(TaskState.OPEN);
    assertThat(tasks.task().endedAt()).isNull();
    assertThat(tasks.told).containsExactly("opened", "ended done");
    tasks.answers(Map.of("attitude", "dissatisfied"));
    assertThat(tasks.published().stream().filter("finding-recorded"::equals)).hasSize(2);
  }
}
