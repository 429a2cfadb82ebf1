package io.caseclock.monitor.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIdInSqlTest {

  private static final Set<String> OF_CASES = Set.of("deadline", "case_event", "finding");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id from deadline where case_id = ?",
        "select id from deadline d where d.case_id = any (?) and d.id = ?",
        "select id from deadline where case_id in (?, ?)",
        "select d.id from unnest(?) as r(case_id) join deadline d on r.case_id = d.case_id",
        "update deadline d set phase = r.phase from unnest(?) as r where d.case_id = r.case_id",
        "delete from finding where (case_id = ?) and ended_at is null",
        "insert into finding (id, case_id) select r.* from unnest(?, ?) as r(id, case_id)",
        "select d.id from deadline d where (d.case_id, d.id) in (select * from unnest(?, ?))",
        "select u.id from unit u where u.path like 'from deadline%'",
        "select d.id, (select count(*) from case_event e where e.case_id = d.case_id)"
            + " from deadline d where d.case_id = ?",
        "with these as (select id, case_id from deadline where case_id = ?)"
            + " select e.* from these join case_event e on e.case_id = these.case_id",
      })
  void whoever_names_the_cases_asks_of_them_alone(String sql) {
    assertThat(CaseIdInSql.missingIn(sql, OF_CASES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id from deadline where due_at <= ?",
        "select id from deadline where case_id > ?",
        "select id from deadline d where exists (select 1 from finding f where f.case_id = ?)",
        "select d.id from deadline d where (d.due_at, d.case_id) in (select * from unnest(?, ?))",
        "select d.id from deadline d where (d.case_id, d.id) > (?, ?)",
        "update deadline set phase = ? where id = ?",
        "delete from deadline d using unnest(?) as r(id) where d.id = r.id",
        "insert into deadline (id, rule) values (?, ?)",
        "insert into deadline select r.* from unnest(?) as r",
        "insert into finding (case_id, id) select d.case_id, ? from deadline d where d.id = ?",
        "select d.id from unit u, deadline d where d.unit = u.id",
      })
  void whoever_does_not_asks_of_all(String sql) {
    assertThat(CaseIdInSql.missingIn(sql, OF_CASES)).containsExactly("deadline");
  }

  @Test
  void two_tables_that_only_name_each_other_name_no_case() {
    assertThat(
            CaseIdInSql.missingIn(
                "select d.id from deadline d join finding f on f.case_id = d.case_id", OF_CASES))
        .containsExactlyInAnyOrder("deadline", "finding");
  }

  @Test
  void the_same_name_in_two_places_is_two_tables() {
    assertThat(
            CaseIdInSql.missingIn(
                "select id from deadline d where d.case_id = ? union all"
                    + " (select id from deadline d where d.officer = ?)",
                OF_CASES))
        .containsExactly("deadline");
  }
}
