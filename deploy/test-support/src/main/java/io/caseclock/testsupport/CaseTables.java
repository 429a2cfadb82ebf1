package io.caseclock.testsupport;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables of a service that hold something about a case. */
public final class CaseTables {

  private static final String NAMES =
      """
      with recursive of_cases as (
        select c.oid, c.relname
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and not c.relispartition
          and c.relnamespace = current_schema()::regnamespace
        union
        select c.oid, c.relname
        from of_cases o
        join pg_constraint k on k.contype = 'f' and k.confrelid = o.oid
        join pg_class c on c.oid = k.conrelid)
      select relname from of_cases order by relname
      """;

  private CaseTables() {}

  /** Names of tables with a case's id, and of those whose rows belong to rows of such a table. */
  public static List<String> of(DataSource dataSource) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(NAMES)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }
}
