package io.caseclock.notify.task;

import static io.caseclock.notify.task.TasksInMemory.DUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTabTest {

  private static Task task(TaskState state) {
    var tasks = new TasksInMemory();
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    var task = tasks.task();
    return task.after(TaskEntry.bySystem(task, TaskAction.ATTEMPTED, DUE), state);
  }

  @ParameterizedTest
  @EnumSource
  void a_task_stands_in_the_one_tab_that_lists_its_state(TaskState state) {
    for (var now : Stream.of(DUE.minusNanos(1), DUE, DUE.plusNanos(1)).toList()) {
      var tab = TaskTab.of(task(state), now);
      assertThat(tab.states()).contains(state);
      assertThat(Arrays.stream(TaskTab.values()).filter(one -> isIn(one, state, now)))
          .as(state + " at " + now)
          .containsExactly(tab);
    }
  }

  /** What the queries ask for. */
  private static boolean isIn(TaskTab tab, TaskState state, Instant now) {
    return tab.states().contains(state)
        && switch (tab) {
          case OPEN -> now.isBefore(DUE);
          case OVERDUE -> !now.isBefore(DUE);
          case DONE, WITHDRAWN -> true;
        };
  }

  @Test
  void its_names_are_read_back() {
    assertThat(TaskTab.words()).isEqualTo(List.of("open", "overdue", "done", "withdrawn"));
    assertThat(TaskTab.ofWire("overdue")).contains(TaskTab.OVERDUE);
    assertThat(TaskTab.ofWire("late")).isEmpty();
  }
}
