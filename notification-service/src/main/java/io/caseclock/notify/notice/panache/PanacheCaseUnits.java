package io.caseclock.notify.notice.panache;

import static io.caseclock.jdbc.Sql.column;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.issue.CaseUnits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Table {@code case_unit}, and what messages and tasks tell of a case that is not in it. */
@ApplicationScoped
public class PanacheCaseUnits implements CaseUnits {

  private static final String KEEP =
      """
      insert into case_unit (case_id, unit) select * from unnest(?::text[], ?::text[])
      on conflict do nothing
      """;

  /** A replica of a version before V34 leaves only messages and tasks of what it takes in. */
  private static final String OF =
      """
      with kept as (select unit from case_unit where case_id = ?)
      select unit from kept
      union
      select unit from message
      where case_id = ? and case_id <> '' and deadline_id is not null and not exists (select from kept)
      union
      select unit from task where case_id = ? and not exists (select from kept)
      """;

  private final Sql sql;

  @Inject
  PanacheCaseUnits(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void keep(Set<CaseUnit> told) {
    if (!told.isEmpty()) {
      var rows = List.copyOf(told);
      sql.update(KEEP, column(rows, CaseUnit::caseId), column(rows, CaseUnit::unit));
    }
  }

  @Override
  public Set<String> unitsOf(String caseId) {
    return Set.copyOf(sql.query(OF, row -> row.getString(1), caseId, caseId, caseId));
  }
}
