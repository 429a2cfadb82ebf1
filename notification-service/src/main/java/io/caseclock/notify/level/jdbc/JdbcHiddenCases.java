package io.caseclock.notify.level.jdbc;

import io.caseclock.access.Reader;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.level.HiddenCases;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Those of one request, looked up when they are first asked for. */
public final class JdbcHiddenCases implements HiddenCases {

  private static final String HIDDEN =
      """
      select l.case_id from case_level l
      where l.level = 'restricted' and ? <> all (l.officers)
        and not exists (select from case_access a
          where a.case_id = l.case_id and a.account = ? and a.until_at > ?)
      """;

  private final Sql sql;
  private final Supplier<Reader> reader;
  private final InstantSource clock;
  private @Nullable Hidden known;

  /**
   * @param reader whoever is answered in the request; throws where nobody is
   */
  public JdbcHiddenCases(Sql sql, Supplier<Reader> reader, InstantSource clock) {
    this.sql = sql;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Hidden now() {
    var hidden = known;
    if (hidden == null) {
      hidden = lookUp(reader.get());
      known = hidden;
    }
    return hidden;
  }

  private Hidden lookUp(Reader asking) {
    if (asking.seesAll()) {
      return Hidden.NOTHING;
    }
    var person = Objects.requireNonNullElse(asking.officer(), "");
    return new Hidden(
        sql.query(HIDDEN, row -> row.getString(1), person, asking.account(), clock.instant()),
        person);
  }
}
