package io.caseclock.intake.key.jdbc;

import io.caseclock.intake.key.ApiKey;
import io.caseclock.intake.key.ApiKeys;
import io.caseclock.intake.key.Credential;
import io.caseclock.intake.key.KeyKind;
import io.caseclock.jdbc.Sql;
import io.caseclock.jdbc.Sql.DatabaseException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link ApiKeys} in PostgreSQL. */
public final class JdbcApiKeys implements ApiKeys {

  private static final Logger LOGGER = LoggerFactory.getLogger(JdbcApiKeys.class);

  private static final String COLUMNS =
      "id, kind, client, unit, further_units, types, created_by, created_at, ends_at, last_used_at";

  private static final String OPENED =
      "select "
          + COLUMNS
          + ", hash, valid_until from api_key join api_key_secret on key_id = id"
          + " where revoked_at is null order by created_at, id";

  /** One change after the other, so that two at once do not exceed the most together. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.api_key'))";

  private static final String COUNT = "select count(*) from api_key where revoked_at is null";

  private static final String ADD =
      "insert into api_key ("
          + "id, kind, client, unit, further_units, types, created_by, created_at, ends_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String ADD_SECRET =
      """
      insert into api_key_secret (key_id, hash, made_at) values (?, ?, ?)
      on conflict (key_id, hash) do update set valid_until = null
      """;

  private static final String KIND =
      """
      select kind from api_key
      where id = ? and revoked_at is null and (ends_at is null or ends_at > ?)
      for update
      """;

  private static final String FORGET_ENDED =
      "delete from api_key_secret where hash = ? and valid_until <= ?";

  private static final String TAKEN = "select 1 from api_key_secret where hash = ? and key_id <> ?";

  /** Those before the present one. */
  private static final String FORGET =
      "delete from api_key_secret where key_id = ? and valid_until is not null";

  private static final String LIMIT =
      """
      update api_key_secret set valid_until = ? where key_id = ?
      """;

  private static final String REVOKE =
      """
      update api_key set revoked_by = ?, revoked_at = ? where id = ? and revoked_at is null
      """;

  private static final String FORGET_ALL = "delete from api_key_secret where key_id = ?";

  private static final String USED =
      """
      update api_key set last_used_at = ?
      where id = ? and (last_used_at is null or last_used_at < ?)
      """;

  private final Sql sql;

  public JdbcApiKeys(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public List<Opened> opened() {
    Map<String, ApiKey> keys = new LinkedHashMap<>();
    Map<String, List<Held>> held = new LinkedHashMap<>();
    sql.query(
        OPENED,
        row -> {
          var key = key(row);
          keys.put(key.id(), key);
          return held.computeIfAbsent(key.id(), id -> new ArrayList<>())
              .add(new Held(row.getBytes("hash"), Sql.instant(row, "valid_until")));
        });
    return keys.values().stream()
        .map(key -> new Opened(key, held.getOrDefault(key.id(), List.of())))
        .toList();
  }

  @Override
  public Outcome add(ApiKey key, byte[] hash) {
    return sql.transact(
        connection -> {
          execute(connection, LOCK);
          var held = Sql.query(connection, COUNT, none -> {}, row -> row.getInt(1)).getFirst();
          if (held >= MOST) {
            return Outcome.TOO_MANY;
          }
          if (isTaken(connection, key.id(), hash, key.createdAt())) {
            return Outcome.TAKEN;
          }
          insert(connection, key);
          addSecret(connection, key.id(), hash, key.createdAt());
          return Outcome.DONE;
        });
  }

  /** Whether another key is opened by it; what opened one once and no longer does is forgotten. */
  private static boolean isTaken(Connection connection, String id, byte[] hash, Instant now)
      throws SQLException {
    Sql.update(
        connection,
        FORGET_ENDED,
        statement -> {
          statement.setBytes(1, hash);
          statement.setObject(2, Sql.utc(now));
        });
    return !Sql.query(
            connection,
            TAKEN,
            statement -> {
              statement.setBytes(1, hash);
              statement.setString(2, id);
            },
            row -> id)
        .isEmpty();
  }

  private static void insert(Connection connection, ApiKey key) throws SQLException {
    Sql.update(
        connection,
        ADD,
        statement -> {
          statement.setString(1, key.id());
          statement.setString(2, key.kind().wire());
          statement.setString(3, key.client());
          statement.setString(4, key.firstUnit());
          statement.setArray(5, connection.createArrayOf("text", key.furtherUnits().toArray()));
          statement.setArray(6, connection.createArrayOf("text", key.types().toArray()));
          statement.setString(7, key.createdBy());
          statement.setObject(8, Sql.utc(key.createdAt()));
          var endsAt = key.endsAt();
          if (endsAt == null) {
            statement.setNull(9, Types.TIMESTAMP_WITH_TIMEZONE);
          } else {
            statement.setObject(9, Sql.utc(endsAt));
          }
        });
  }

  private static void addSecret(Connection connection, String id, byte[] hash, Instant at)
      throws SQLException {
    Sql.update(
        connection,
        ADD_SECRET,
        statement -> {
          statement.setString(1, id);
          statement.setBytes(2, hash);
          statement.setObject(3, Sql.utc(at));
        });
  }

  @Override
  public Outcome rotate(String id, Credential credential, Instant now, Instant formerUntil) {
    return sql.transact(
        connection -> {
          execute(connection, LOCK);
          var refusal = refusal(connection, id, credential, now);
          if (refusal.isPresent()) {
            return refusal.get();
          }
          Sql.update(connection, FORGET, statement -> statement.setString(1, id));
          Sql.update(
              connection,
              LIMIT,
              statement -> {
                statement.setObject(1, Sql.utc(formerUntil));
                statement.setString(2, id);
              });
          addSecret(connection, id, credential.hash(), now);
          return Outcome.DONE;
        });
  }

  private static Optional<Outcome> refusal(
      Connection connection, String id, Credential credential, Instant now) throws SQLException {
    var kinds =
        Sql.query(
            connection,
            KIND,
            statement -> {
              statement.setString(1, id);
              statement.setObject(2, Sql.utc(now));
            },
            row -> row.getString("kind"));
    if (kinds.isEmpty()) {
      return Optional.of(Outcome.UNKNOWN);
    }
    if (!kinds.getFirst().equals(credential.kind().wire())) {
      return Optional.of(Outcome.OTHER_KIND);
    }
    return isTaken(connection, id, credential.hash(), now)
        ? Optional.of(Outcome.TAKEN)
        : Optional.empty();
  }

  @Override
  public boolean revoke(String id, String by, Instant now) {
    return sql.transact(
        connection -> {
          var revoked =
              Sql.update(
                  connection,
                  REVOKE,
                  statement -> {
                    statement.setString(1, by);
                    statement.setObject(2, Sql.utc(now));
                    statement.setString(3, id);
                  });
          Sql.update(connection, FORGET_ALL, statement -> statement.setString(1, id));
          return revoked > 0;
        });
  }

  @Override
  public void used(String id, Instant at) {
    try {
      sql.update(USED, at, id, at);
    } catch (DatabaseException e) {
      LOGGER.atWarn().addKeyValue("reason", e.getMessage()).log("use of a key is not noted");
    }
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getString("id"),
        KeyKind.ofWire(row.getString("kind")),
        row.getString("client"),
        units(row),
        Set.of(texts(row, "types")),
        row.getString("created_by"),
        Sql.required(row, "created_at"),
        Sql.instant(row, "ends_at"),
        Sql.instant(row, "last_used_at"));
  }

  private static List<String> units(ResultSet row) throws SQLException {
    List<String> units = new ArrayList<>(List.of(row.getString("unit")));
    units.addAll(List.of(texts(row, "further_units")));
    return units;
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }
}
