package io.caseclock.notify.history.jdbc;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.Digest;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.history.ReleasedDigests;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** {@link ReleasedDigests} in PostgreSQL. */
public final class JdbcReleasedDigests implements ReleasedDigests {

  private static final String COUNT =
      """
      insert into history_digest (id, breaches, kept, last_at) values (?, ?, 1, ?)
      on conflict (id) do update
      set kept = history_digest.kept + 1, last_at = excluded.last_at
      returning kept
      """;
  private static final String ADD =
      """
      insert into history_digest_breach (digest, deadline_id, deadline)
      values (?, ?, ?::jsonb) on conflict do nothing
      """;
  private static final String TAKE =
      "update history_digest set told_at = ? where id = ? and told_at is null";
  private static final String BREACHES =
      """
      select deadline::text from history_digest_breach where digest = ?
      order by deadline ->> 'caseId', deadline_id
      """;
  private static final String STALLED =
      """
      select id from history_digest where told_at is null and last_at < ?
      order by last_at, id limit ? for update skip locked
      """;

  private final Sql sql;

  public JdbcReleasedDigests(Sql sql) {
    this.sql = sql;
  }

  @Override
  public int add(Digest digest, DeadlineAlarm breach, Instant at) {
    var kept = sql.query(COUNT, row -> row.getInt(1), digest.id(), digest.alarms(), at).getFirst();
    var deadline = breach.deadline();
    sql.update(ADD, digest.id(), deadline.deadlineId(), Json.text(deadline));
    return kept;
  }

  @Override
  public List<DeadlineSnapshot> take(String digest, Instant at) {
    if (sql.update(TAKE, at, digest) == 0) {
      return List.of();
    }
    return sql.query(
        BREACHES,
        row -> Json.read(row.getString(1).getBytes(StandardCharsets.UTF_8), DeadlineSnapshot.class),
        digest);
  }

  @Override
  public List<String> stalledSince(Instant instant, int limit) {
    return sql.query(STALLED, row -> row.getString(1), instant, limit);
  }
}
