package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.KeptAddresses;
import java.util.Collection;

/** Column {@code address} of table {@code delivery}. */
public final class JdbcKeptAddresses implements KeptAddresses {

  private static final String FORGET =
      """
      update delivery set address = null
      where recipient = any (?) and address is not null and not exists (
        select from officer_post where officer = recipient and contacts <> '{}')
      """;

  private final Sql sql;

  public JdbcKeptAddresses(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void forget(Collection<String> officers) {
    sql.update(FORGET, officers);
  }
}
