package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Topics;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.intake.journal.ContactErasure;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.DirectoryEventWire;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Each post is told once more without contacts, under the key of the record that had them, so that
 * compaction takes that one off the topic.
 */
public final class JdbcContactErasure implements ContactErasure {

  private static final String IS_KNOWN = "select 1 from officer_post where officer = ? limit 1";

  private static final String POSTS =
      """
      select officer, name, unit, roles, since from officer_post
      where officer = ? and contacts <> '{}' order by since
      """;

  private static final String JOURNAL =
      """
      update journal set data = data - 'contacts'
      where case_id = ? and type = 'officer-assigned' and data ?? 'contacts'
      """;

  private final Sql sql;

  public JdbcContactErasure(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public Optional<Erased> erase(String officer, Instant at) {
    return sql.transact(
        connection -> {
          DirectoryLock.take(connection);
          return isKnown(connection, officer)
              ? Optional.of(
                  new Erased(
                      tellWithoutContacts(connection, officer, at),
                      Sql.update(
                          connection,
                          JOURNAL,
                          statement -> statement.setString(1, "officer/" + officer))))
              : Optional.empty();
        });
  }

  private static boolean isKnown(Connection connection, String officer) throws SQLException {
    return !Sql.query(connection, IS_KNOWN, named -> named.setString(1, officer), row -> officer)
        .isEmpty();
  }

  private static int tellWithoutContacts(Connection connection, String officer, Instant at)
      throws SQLException {
    var posts =
        Sql.query(
            connection,
            POSTS,
            named -> named.setString(1, officer),
            JdbcContactErasure::withoutContacts);
    JdbcDirectory.apply(connection, List.copyOf(posts));
    var id = UUID.randomUUID();
    var records =
        posts.stream()
            .map(
                post ->
                    OutboxRecord.of(
                        Topics.DIRECTORY,
                        DirectoryEventWire.write(
                            post,
                            new EventId(ConflictTable.SOURCE, "erased:" + id + ":" + post.since()),
                            at)))
            .toList();
    Outbox.append(connection, records, at);
    return posts.size();
  }

  private static OfficerAssigned withoutContacts(ResultSet row) throws SQLException {
    return new OfficerAssigned(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Set.of((String[]) row.getArray(4).getArray()),
        Map.of(),
        Sql.required(row, "since"));
  }
}
