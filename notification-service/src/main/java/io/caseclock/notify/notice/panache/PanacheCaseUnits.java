package io.caseclock.notify.notice.panache;

import static io.caseclock.jdbc.Sql.column;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.issue.CaseUnits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Table {@code case_unit}. */
@ApplicationScoped
public class PanacheCaseUnits implements CaseUnits {

  private static final String KEEP =
      """
      insert into case_unit (case_id, unit) select * from unnest(?::text[], ?::text[])
      on conflict do nothing
      """;
  private static final String OF = "select unit from case_unit where case_id = ?";

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
    return Set.copyOf(sql.query(OF, row -> row.getString(1), caseId));
  }
}
