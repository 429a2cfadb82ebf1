package io.caseclock.notify.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowTasksTest {

  private final Board board = new Board();

  @Test
  void a_task_opens_with_its_deadline_and_is_told_once() {
    board.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    board.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);

    assertThat(board.tasks).hasSize(1);
    assertThat(board.told).containsExactly("opened");
    assertThat(board.task().state()).isEqualTo(TaskState.OPEN);
    assertThat(board.task().dueAt()).isEqualTo(Board.DUE);
    assertThat(board.task().seq()).isEqualTo(1);
  }

  @Test
  void a_deadline_of_another_rule_asks_nothing_of_anybody() {
    board.hears(Change.OPENED, "filing-review", DeadlineStatus.RUNNING);

    assertThat(board.tasks).isEmpty();
  }

  @Test
  void a_deadline_that_was_met_before_it_was_known_opens_no_task() {
    board.hears(Change.OPENED, "incident-callback", DeadlineStatus.MET);

    assertThat(board.tasks).isEmpty();
    assertThat(board.told).isEmpty();
  }

  @Test
  void a_moved_deadline_moves_its_task() {
    board.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    var later = Board.DUE.plus(Duration.ofDays(1));

    board.hears(Change.MOVED, "incident-callback", DeadlineStatus.RUNNING, later);

    assertThat(board.task().dueAt()).isEqualTo(later);
    assertThat(board.task().seq()).isEqualTo(1);
  }

  @Test
  void a_deadline_met_without_the_task_ends_it() {
    board.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    board.hears(Change.MET_LATE, "incident-callback", DeadlineStatus.MET_LATE);

    assertThat(board.task().state()).isEqualTo(TaskState.DONE_ELSEWHERE);
    assertThat(board.task().endedAt()).isEqualTo(Board.NOW);
    assertThat(board.told).containsExactly("opened", "ended done-elsewhere");
    assertThat(board.events).isEmpty();
  }

  @Test
  void a_deadline_that_fell_away_cancels_its_task() {
    board.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    board.hears(Change.CANCELLED, "incident-callback", DeadlineStatus.CANCELLED);

    assertThat(board.task().state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void what_the_answers_bring_about_changes_nothing_in_the_task_they_ended() {
    board.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    board.answers(Map.of("attitude", "satisfied"));

    board.hears(Change.MOVED, "incident-callback", DeadlineStatus.RUNNING);
    board.hears(Change.MET, "incident-callback", DeadlineStatus.MET);

    assertThat(board.task().state()).isEqualTo(TaskState.DONE);
    assertThat(board.task().seq()).isEqualTo(2);
  }

  @Test
  void a_deadline_that_opens_again_opens_its_task_again_and_tells_nobody_twice() {
    board.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    board.answers(Map.of("attitude", "dissatisfied"));

    board.hears(Change.REOPENED, "incident-callback", DeadlineStatus.RUNNING);

    assertThat(board.task().state()).isEqualTo(TaskState.OPEN);
    assertThat(board.task().endedAt()).isNull();
    assertThat(board.told).containsExactly("opened", "ended done");
    board.answers(Map.of("attitude", "dissatisfied"));
    assertThat(board.published().stream().filter("finding-recorded"::equals)).hasSize(2);
  }
}
