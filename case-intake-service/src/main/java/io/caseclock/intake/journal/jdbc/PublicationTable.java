package io.caseclock.intake.journal.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.AfterPublish;
import io.caseclock.outbox.OutboxRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** Notes in table {@code event_publication} what Kafka has confirmed. */
public final class PublicationTable implements AfterPublish {

  private static final String INSERT =
      """
      insert into event_publication (source, event_id, published_at)
      select source, event_id, ? from unnest(?::text[], ?::text[]) as r(source, event_id)
      on conflict do nothing
      """;

  private final InstantSource clock;

  public PublicationTable(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void published(Connection connection, List<OutboxRecord> published) throws SQLException {
    Sql.update(
        connection,
        INSERT,
        statement -> {
          statement.setObject(1, Sql.utc(clock.instant()));
          statement.setArray(2, header(connection, published, "ce_source"));
          statement.setArray(3, header(connection, published, "ce_id"));
        });
  }

  private static java.sql.Array header(
      Connection connection, List<OutboxRecord> published, String name) throws SQLException {
    return connection.createArrayOf(
        "text", published.stream().map(record -> record.headers().get(name)).toArray());
  }
}
