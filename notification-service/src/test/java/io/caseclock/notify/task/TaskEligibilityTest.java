package io.caseclock.notify.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.routing.KnownPeople;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Station D0102 and its neighbour D0103 below bureau D01; the tasks are of D0102. */
class TaskEligibilityTest {

  private static final Instant NOW = TasksInMemory.NOW;

  private final KnownPeople people =
      new KnownPeople()
          .unit("D01", null, "bureau")
          .unit("D0102", "D01", "station")
          .unit("D0103", "D01", "station")
          .officer("C1", "D01", "callback-officer")
          .officer("C2", "D0102", "callback-officer")
          .officer("C3", "D0103", "callback-officer")
          .officer("L1", "D0102", "legal-officer")
          .officer("L9", "D01", "legal-officer")
          .officer("O2", "D0102", "officer");
  private final TaskEligibility eligibility = new TaskEligibility(people, new RoleHolders(people));

  private static Task callBack() {
    return task("incident-callback");
  }

  private static Task review() {
    return task("file-review");
  }

  private static Task task(String rule) {
    var tasks = new TasksInMemory();
    tasks.hears(Change.OPENED, rule, DeadlineStatus.RUNNING);
    return tasks.task();
  }

  @Test
  void who_has_the_role_in_the_unit_or_above_may_do_it() {
    assertThat(eligibility.mayDo(callBack(), "C2", NOW)).isTrue();
    assertThat(eligibility.mayDo(callBack(), "C1", NOW)).isTrue();
    assertThat(eligibility.mayDo(callBack(), "C3", NOW)).isFalse();
    assertThat(eligibility.mayDo(callBack(), "O2", NOW)).isFalse();
    assertThat(eligibility.mayDo(callBack(), "nobody", NOW)).isFalse();
  }

  @Test
  void of_legal_officers_only_the_nearest_review() {
    assertThat(eligibility.mayDo(review(), "L1", NOW)).isTrue();
    assertThat(eligibility.mayDo(review(), "L9", NOW)).isFalse();
  }

  @Test
  void whoever_stands_in_for_somebody_who_is_away_may_do_it_meanwhile() {
    var back = NOW.plus(Duration.ofDays(1));
    people.away("C2", NOW, back, "O2");

    assertThat(eligibility.mayDo(callBack(), "O2", NOW.minusSeconds(1))).isFalse();
    assertThat(eligibility.mayDo(callBack(), "O2", NOW)).isTrue();
    assertThat(eligibility.mayDo(callBack(), "O2", back)).isFalse();
  }

  @Test
  void a_task_that_a_substitute_does_names_who_was_away() {
    people.away("C2", NOW, NOW.plus(Duration.ofDays(1)), "O2");

    assertThat(eligibility.absent(callBack(), "O2", NOW)).contains("C2");
    assertThat(eligibility.absent(callBack(), "O2", NOW.minusSeconds(1))).isEmpty();
    assertThat(eligibility.absent(callBack(), "C1", NOW)).isEmpty();
  }

  @Test
  void a_post_counts_from_its_beginning() {
    people.post("O2", "D0102", NOW, "callback-officer");

    assertThat(eligibility.mayDo(callBack(), "O2", NOW.minusSeconds(1))).isFalse();
    assertThat(eligibility.mayDo(callBack(), "O2", NOW)).isTrue();
  }
}
