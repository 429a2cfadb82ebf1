package io.caseclock.notify.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.task.AnswerFault.Kind;
import io.caseclock.notify.task.TaskOutcome.Noted;
import io.caseclock.notify.task.TaskOutcome.Refused;
import io.caseclock.notify.task.TaskOutcome.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkOnTaskTest {

  private final TasksInMemory tasks = new TasksInMemory();

  private static Why why(TaskOutcome outcome) {
    return ((Refused) outcome).why();
  }

  @Nested
  class OfACallBack {

    @BeforeEach
    void open() {
      tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    }

    @Test
    void good_answers_are_an_event_of_the_incident_and_end_the_task() {
      tasks.answers(Map.of("attitude", "satisfied", "opinion", " 谢谢 "));

      assertThat(tasks.published()).containsExactly("incident-callback-done");
      var event = tasks.events.getFirst();
      assertThat(event.subject()).hasToString("incident/J1");
      assertThat(event.caseId()).isEqualTo("A1");
      assertThat(event.unit()).isEqualTo("D0102");
      assertThat(event.officer()).isEqualTo("O1");
      assertThat(event.data())
          .containsEntry("answers", Map.of("attitude", "satisfied", "opinion", "谢谢"))
          .containsEntry("by", "account-C1")
          .containsEntry("role", "callback-officer")
          .containsEntry("reached", true);
      assertThat(tasks.task().state()).isEqualTo(TaskState.DONE);
      assertThat(tasks.told).containsExactly("opened", "ended done");
    }

    @Test
    void a_bad_answer_is_told_as_the_packs_event_and_as_a_finding() {
      tasks.answers(Map.of("attitude", "dissatisfied", "opinion", "很生气"));

      assertThat(tasks.published())
          .containsExactly(
              "incident-callback-done", "incident-callback-unsatisfied", "finding-recorded");
      var finding = tasks.events.getLast();
      assertThat(finding.data())
          .containsEntry("element", "incident")
          .containsEntry("provision", "示例规定 第一条");
      assertThat(finding.text("text").orElseThrow())
          .contains("警情回访：问attitude – 答dissatisfied", "Call-back: Asks attitude")
          .doesNotContain("很生气");
      assertThat(tasks.events.stream().map(event -> event.eventId().id()).distinct()).hasSize(3);
    }

    @Test
    void each_faulty_answer_is_named_and_nothing_is_kept() {
      var refused =
          (Refused)
              tasks.answers(
                  Map.of("handling", "soso", "opinion", "长".repeat(4_001), "colour", "blue"));

      assertThat(refused.why()).isEqualTo(Why.INVALID);
      assertThat(refused.faults())
          .containsExactly(
              new AnswerFault("attitude", Kind.MISSING),
              new AnswerFault("handling", Kind.UNKNOWN_ANSWER),
              new AnswerFault("opinion", Kind.UNFIT),
              new AnswerFault("colour", Kind.UNKNOWN_QUESTION));
      assertThat(tasks.history(tasks.task().id())).hasSize(1);
    }

    @Test
    void whoever_comes_second_is_shown_the_first() {
      tasks.answers(Map.of("attitude", "satisfied"));

      var refused = (Refused) tasks.answers(Map.of("attitude", "dissatisfied"));

      assertThat(refused.why()).isEqualTo(Why.ENDED);
      var first = refused.last();
      assertThat(first).isNotNull();
      assertThat(first == null ? "" : first.by().name()).isEqualTo("account-C1");
      assertThat(tasks.published()).containsExactly("incident-callback-done");
    }

    @Test
    void the_responsible_officer_never_does_it_nor_somebody_without_the_role() {
      var id = tasks.task().id();
      var answers = Map.of("attitude", "satisfied");

      var own =
          tasks
              .workOnTask()
              .answer(id, TasksInMemory.caller("O1"), answers, null, TasksInMemory.NOW);
      var other =
          tasks
              .workOnTask()
              .answer(id, TasksInMemory.caller("O2"), answers, null, TasksInMemory.NOW);
      var unknown =
          tasks
              .workOnTask()
              .answer("none", TasksInMemory.caller("C1"), answers, null, TasksInMemory.NOW);

      assertThat(why(own)).isEqualTo(Why.OWN_CASE);
      assertThat(why(other)).isEqualTo(Why.NOT_DOER);
      assertThat(why(unknown)).isEqualTo(Why.UNKNOWN);
      assertThat(tasks.events).isEmpty();
    }

    @Test
    void a_try_since_the_page_was_read_makes_the_answers_stale() {
      tries(TasksInMemory.NOW);

      var outcome =
          tasks
              .workOnTask()
              .answer(
                  tasks.task().id(),
                  TasksInMemory.caller("C1"),
                  Map.of("attitude", "satisfied"),
                  1,
                  TasksInMemory.NOW);

      assertThat(why(outcome)).isEqualTo(Why.STALE);
    }

    @Test
    void it_is_given_up_only_after_tries_in_three_different_hours() {
      var hour = Duration.ofHours(1);
      tries(TasksInMemory.NOW);
      tries(TasksInMemory.NOW.plus(Duration.ofMinutes(59)));
      tries(TasksInMemory.NOW.plus(hour));
      var early = (Refused) givesUp("号码无人接听");
      tries(TasksInMemory.NOW.plus(hour.multipliedBy(2)));
      var speechless = givesUp(" ");
      var done = givesUp("号码无人接听");

      assertThat(early.why()).isEqualTo(Why.TOO_FEW_TRIES);
      assertThat(early.missing()).isEqualTo(1);
      assertThat(why(speechless)).isEqualTo(Why.TEXT_MISSING);
      assertThat(done).isInstanceOf(Noted.class);
      assertThat(tasks.task().state()).isEqualTo(TaskState.UNREACHABLE);
      assertThat(tasks.events.getFirst().data())
          .containsEntry("answers", Map.of())
          .containsEntry("reached", false);
    }

    @Test
    void tries_before_the_task_opened_again_count_no_more() {
      for (var hours = 0; hours < 3; hours++) {
        tries(TasksInMemory.NOW.plus(Duration.ofHours(hours)));
      }
      tasks.hears(Change.MET, "incident-callback", DeadlineStatus.MET);
      tasks.hears(Change.REOPENED, "incident-callback", DeadlineStatus.RUNNING);

      assertThat(why(givesUp("号码无人接听"))).isEqualTo(Why.TOO_FEW_TRIES);
    }

    private void tries(Instant at) {
      tasks
          .workOnTask()
          .attempt(
              tasks.task().id(), TasksInMemory.caller("C1"), AttemptOutcome.NO_ANSWER, "无人接听", at);
    }

    private TaskOutcome givesUp(String reason) {
      return tasks
          .workOnTask()
          .giveUp(tasks.task().id(), TasksInMemory.caller("C1"), reason, null, TasksInMemory.NOW);
    }
  }

  @Nested
  class OfACaseFileReview {

    @BeforeEach
    void open() {
      tasks.hears(Change.OPENED, "file-review", DeadlineStatus.RUNNING);
    }

    @Test
    void a_fault_stays_open_until_it_is_mended_and_is_one_finding() {
      tasks.answers(Map.of("faults-found", "yes", "mended", "not-yet"));
      assertThat(tasks.task().state()).isEqualTo(TaskState.FAULTS_OPEN);
      assertThat(tasks.published()).containsExactly("finding-recorded");

      tasks.answers(Map.of("faults-found", "yes", "mended", "yes"));

      assertThat(tasks.task().state()).isEqualTo(TaskState.DONE);
      assertThat(tasks.published()).isEqualTo(List.of("finding-recorded", "file-reviewed"));
    }

    @Test
    void the_finding_names_the_task_where_the_pack_names_no_provision() {
      tasks.answers(Map.of("faults-found", "yes", "mended", "yes"));

      assertThat(tasks.events.getLast().data()).containsEntry("provision", "案卷审查");
    }

    @Test
    void nobody_is_called_so_nobody_is_out_of_reach() {
      var id = tasks.task().id();
      var caller = TasksInMemory.caller("C1");

      var attempt =
          tasks.workOnTask().attempt(id, caller, AttemptOutcome.NO_ANSWER, "", TasksInMemory.NOW);

      assertThat(why(attempt)).isEqualTo(Why.NOT_A_CALL);
      assertThat(why(tasks.workOnTask().giveUp(id, caller, "不想审", null, TasksInMemory.NOW)))
          .isEqualTo(Why.NOT_A_CALL);
    }
  }

  @Test
  void nobodys_own_words_get_into_a_log() {
    tasks.hears(Change.OPENED, "incident-callback", DeadlineStatus.RUNNING);
    tasks.answers(Map.of("attitude", "satisfied", "opinion", "很私人的话"));

    var kept = tasks.history(tasks.task().id());
    assertThat(kept.getLast().answers()).containsEntry("opinion", "很私人的话");
    assertThat(kept.toString()).doesNotContain("很私人的话");
    assertThat(tasks.events.getLast().data().toString()).contains("很私人的话");
    assertThat(tasks.events.toString()).doesNotContain("很私人的话");
  }
}
