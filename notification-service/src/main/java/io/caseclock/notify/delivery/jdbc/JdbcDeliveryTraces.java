package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.DeliveryTraces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Column {@code trace} of the messages that went out together. */
public final class JdbcDeliveryTraces implements DeliveryTraces {

  private static final String OF =
      """
      select distinct r.delivery_id, m.trace
      from message_recipient r join message m on m.id = r.message_id
      where r.delivery_id = any (?) and m.trace is not null
      """;

  private final Sql sql;

  public JdbcDeliveryTraces(Sql sql) {
    this.sql = sql;
  }

  private record Traced(String delivery, String trace) {}

  @Override
  public Map<String, List<String>> of(Collection<String> deliveryIds) {
    return sql.query(OF, JdbcDeliveryTraces::traced, deliveryIds).stream()
        .collect(
            Collectors.groupingBy(
                Traced::delivery, Collectors.mapping(Traced::trace, Collectors.toList())));
  }

  private static Traced traced(ResultSet row) throws SQLException {
    return new Traced(row.getString(1), row.getString(2));
  }
}
