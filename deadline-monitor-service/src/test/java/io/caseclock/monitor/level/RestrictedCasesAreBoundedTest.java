package io.caseclock.monitor.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseLevel;
import io.caseclock.monitor.MonitorDatabase;
import io.caseclock.monitor.jdbc.JdbcCaseLevels;
import io.caseclock.monitor.level.CaseLevels.Kept;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestrictedCasesAreBoundedTest {

  private final JdbcCaseLevels levels = new JdbcCaseLevels(MonitorDatabase.fresh());

  @Test
  void one_more_than_may_be_is_not_restricted() {
    assertThat(keep("A1", CaseLevel.RESTRICTED)).isTrue();
    assertThat(keep("A2", CaseLevel.RESTRICTED)).isTrue();
    assertThat(keep("A3", CaseLevel.RESTRICTED)).isFalse();
    assertThat(levels.of("A3")).isEmpty();
  }

  @Test
  void the_same_again_and_another_once_one_is_ordinary_may_be() {
    keep("A1", CaseLevel.RESTRICTED);
    keep("A2", CaseLevel.RESTRICTED);

    assertThat(kept("A2", CaseLevel.RESTRICTED)).isEqualTo(Kept.UNCHANGED);
    assertThat(keep("A1", CaseLevel.ORDINARY)).isTrue();
    assertThat(keep("A3", CaseLevel.RESTRICTED)).isTrue();
  }

  private boolean keep(String caseId, CaseLevel level) {
    return kept(caseId, level) == Kept.DONE;
  }

  private Kept kept(String caseId, CaseLevel level) {
    var at = Instant.parse("2026-08-19T02:00:00Z");
    return levels.keep(new SetLevel(caseId, level, "示例", "S1", at), null, 2);
  }
}
