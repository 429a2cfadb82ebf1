package io.caseclock.monitor.jdbc;

import io.caseclock.access.Reader;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.HiddenCases;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Reads anew for each question, so that a level holds from the next one on. */
public final class JdbcHiddenCases implements HiddenCases {

  private static final String HIDDEN =
      "select l.case_id from case_level l where l.level = 'restricted' and not exists (select 1"
          + " from deadline d where d.case_id = l.case_id and d.officer = ? and "
          + LevelNews.BEGUN_BY_A_SYSTEM
          + ") and not exists (select"
          + " 1 from break_glass b where b.case_id = l.case_id and b.account = ? and b.until_at >"
          + " ?)";

  private final Sql sql;
  private final Supplier<Reader> reader;
  private final InstantSource clock;

  /**
   * @param reader whoever is answered at the moment; throws where nobody is
   */
  public JdbcHiddenCases(DataSource dataSource, Supplier<Reader> reader, InstantSource clock) {
    sql = new Sql(dataSource);
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public List<String> ids() {
    var asking = reader.get();
    return asking.seesAll()
        ? List.of()
        : sql.query(
            HIDDEN, row -> row.getString(1), asking.officer(), asking.account(), clock.instant());
  }
}
