package io.caseclock.monitor.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.CaseLevel;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.MonitorDatabase;
import io.caseclock.monitor.jdbc.JdbcCaseLevels;
import io.caseclock.monitor.level.CaseLevels.Kept;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesOfLevelsStayTest {

  private static final Instant FIRST = Instant.parse("2026-08-19T02:00:00Z");

  private final DataSource database = MonitorDatabase.fresh();
  private final Sql sql = new Sql(database);
  private final CaseLevels levels = new JdbcCaseLevels(database);

  @Test
  void the_newest_hundred_of_the_case_are_shown() {
    for (var second = 0; second <= LevelChange.MOST_SHOWN; second++) {
      keep("A1", second % 2 == 0 ? CaseLevel.RESTRICTED : CaseLevel.ORDINARY, second);
    }
    keep("A2", CaseLevel.RESTRICTED, 0);

    var shown = levels.changes("A1");

    assertThat(shown).hasSize(LevelChange.MOST_SHOWN);
    assertThat(shown.getFirst().at()).isEqualTo(FIRST.plusSeconds(LevelChange.MOST_SHOWN));
    assertThat(shown.getLast().at()).isEqualTo(FIRST.plusSeconds(1));
    assertThat(shown).allMatch(one -> one.from() != null && one.from() != one.to());
  }

  @Test
  void what_was_refused_is_no_change() {
    keep("A1", CaseLevel.RESTRICTED, 0);

    assertThat(levels.keep(new SetLevel("A2", CaseLevel.RESTRICTED, "示例", "S1", FIRST), null, 1))
        .isEqualTo(Kept.TOO_MANY);

    assertThat(levels.changes("A2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update case_level_change set reason = 'x'",
        "delete from case_level_change",
      })
  void the_database_refuses_to_change_or_delete_one(String statement) {
    keep("A1", CaseLevel.RESTRICTED, 0);

    assertThatThrownBy(() -> sql.update(statement)).hasMessageContaining("stays as it was");
  }

  private void keep(String caseId, CaseLevel level, int seconds) {
    var set = new SetLevel(caseId, level, "示例", "S1", FIRST.plusSeconds(seconds));
    assertThat(levels.keep(set, null, 10)).isEqualTo(Kept.DONE);
  }
}
