package io.caseclock.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caseclock.notify.notice.NoticeState.Memory;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NoticeStageTest {

  private static final Memory EVERYTHING =
      new Memory("O1", "L1", LocalDate.parse("2026-03-20"), "signed");

  @Test
  void each_state_belongs_to_exactly_one_stage() {
    assertThat(NoticeState.names()).doesNotHaveDuplicates().hasSize(11);
    for (var name : NoticeState.names()) {
      var state = NoticeState.of(name, EVERYTHING);
      assertThat(NoticeStage.ofState(state.wire()).states()).contains(name);
    }
  }

  @Test
  void what_is_finished_is_done_or_withdrawn() {
    for (var name : NoticeState.names()) {
      var stage = NoticeStage.ofState(name);
      var isOver = stage == NoticeStage.DONE || stage == NoticeStage.WITHDRAWN;
      assertThat(NoticeState.of(name, EVERYTHING).isFinished())
          .as(name)
          .isEqualTo(isOver && !name.equals("accepted"));
    }
  }

  @Test
  void what_is_no_state_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> NoticeStage.ofState("lost"));
    assertThat(NoticeStage.ofWire("unsigned")).contains(NoticeStage.UNSIGNED);
    assertThat(NoticeStage.ofWire("delivered")).isEmpty();
  }
}
