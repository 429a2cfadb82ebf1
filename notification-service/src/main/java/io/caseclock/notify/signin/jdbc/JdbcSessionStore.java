package io.caseclock.notify.signin.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.signin.Account;
import io.caseclock.notify.signin.SessionStore;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sessions in a table, by the hash of their ids. */
public final class JdbcSessionStore implements SessionStore {

  private static final String BEGIN =
      "insert into session (id_hash, account, opened_at, ends_at) values (?, ?::jsonb, ?, ?)";
  private static final String FORGET_OLD = "delete from session where ends_at <= ?";
  private static final String FIND =
      "select account from session where id_hash = ? and ends_at > ?";
  private static final String END = "delete from session where id_hash = ?";
  private static final String PRESENT =
      """
      select encode(id_hash, 'hex') as hash from session
      where id_hash = any (array(select decode(it, 'hex') from unnest(?::text[]) as it)) and ends_at > ?
      union all
      select encode(id_hash, 'hex') from token_session
      where id_hash = any (array(select decode(it, 'hex') from unnest(?::text[]) as it)) and ends_at > ?
      """;

  private final Sql sql;

  public JdbcSessionStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void begin(String id, Account account, Instant at, Instant until) {
    sql.update(FORGET_OLD, at);
    sql.update(BEGIN, HashedId.of(id), Json.text(account), at, until);
  }

  @Override
  public Optional<Account> find(String id, Instant at) {
    return sql
        .query(
            FIND,
            row -> Json.read(row.getString(1).getBytes(StandardCharsets.UTF_8), Account.class),
            HashedId.of(id),
            at)
        .stream()
        .findFirst();
  }

  @Override
  public void end(String id) {
    sql.update(END, (Object) HashedId.of(id));
  }

  @Override
  public Set<String> present(Collection<String> ids, Instant at) {
    var byHash = ids.stream().collect(Collectors.toMap(JdbcSessionStore::hex, id -> id));
    var hashes = byHash.keySet();
    return sql.query(PRESENT, row -> row.getString("hash"), hashes, at, hashes, at).stream()
        .map(hash -> byHash.getOrDefault(hash, ""))
        .collect(Collectors.toSet());
  }

  private static String hex(String id) {
    return HexFormat.of().formatHex(HashedId.of(id));
  }
}
