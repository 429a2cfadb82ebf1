package io.caseclock.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a service notes about records that reached the broker, in the relay's transaction. */
@FunctionalInterface
public interface AfterPublish {

  /** Notes nothing. */
  AfterPublish NOTHING = (connection, published) -> {};

  void published(Connection connection, List<OutboxRecord> published) throws SQLException;
}
