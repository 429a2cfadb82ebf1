package io.caseclock.monitor.jdbc;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.watch.StandingFindings;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.DeadlineEventWire;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people are told, handed over to the outbox; findings among it are kept in the same
 * transaction, so that what was told can be listed as long as it stands.
 */
public final class DeadlineNews {

  private static final ArrayColumns<FindingRaised> COLUMNS =
      new ArrayColumns<FindingRaised>()
          .with("case_id", "text", FindingRaised::caseId)
          .with("id", "text", FindingRaised::id)
          .with("subject", "text", FindingRaised::subject)
          .with("unit", "text", FindingRaised::unit)
          .with("officer", "text", FindingRaised::officer)
          .with("cause", "text", FindingRaised::cause)
          .with("element", "text", FindingRaised::element)
          .with("provision", "text", FindingRaised::provision)
          .with("text_zh", "text", finding -> finding.text().zh())
          .with("text_en", "text", finding -> finding.text().en())
          .with("raised_at", "timestamptz", FindingRaised::at);

  /** The same one told again stands again, since when it was first raised. */
  private static final String KEEP =
      "insert into finding ("
          + COLUMNS.names()
          + ", letter_id) select r.*, letter.id from "
          + COLUMNS.unnest()
          + " cross join (select ?::bigint as id) as letter"
          + " on conflict (case_id, id) do update set ended_at = null, ended_as = null"
          + " where finding.ended_at is not null";

  /** What an evaluation shows holds, also where a withdrawal was taken back. */
  private static final String JUDGE =
      """
      update finding f set
        ended_at = case when f.id = any (s.standing) then null else s.at end,
        ended_as = case when f.id = any (s.standing) then null
          when f.id = any (s.rectified) then 'rectified' else 'corrected' end
      from (select ?::text[] as standing, ?::text[] as rectified, ?::timestamptz as at) as s
      where f.case_id = any (?) and f.letter_id is null and f.cause <> 'audit'
        and (f.ended_at is null) <> (f.id = any (s.standing))
      """;

  private static final String END_AUDIT =
      "update finding set ended_at = ?, ended_as = 'corrected'"
          + " where cause = 'audit' and ended_at is null";

  private static final String SETTLE =
      "update finding f set ended_at = l.settled_at, ended_as = 'corrected' from dead_letter l"
          + " where f.letter_id = l.id and l.state <> 'open' and f.ended_at is null";

  /** Hands news over. */
  public static void append(Connection connection, List<? extends DeadlineEvent> news, Instant now)
      throws SQLException {
    append(connection, news, null, now);
  }

  /**
   * Hands news over.
   *
   * @param letter the dead letter that findings among it are about; null for none
   */
  static void append(
      Connection connection, List<? extends DeadlineEvent> news, @Nullable Long letter, Instant now)
      throws SQLException {
    var records =
        news.stream()
            .map(DeadlineEventWire::write)
            .map(wire -> OutboxRecord.of(Topics.DEADLINE_EVENTS, wire))
            .toList();
    Outbox.append(connection, records, now);
    keep(connection, news, letter);
  }

  private static void keep(
      Connection connection, List<? extends DeadlineEvent> news, @Nullable Long letter)
      throws SQLException {
    Map<String, FindingRaised> findings = new LinkedHashMap<>();
    for (var event : news) {
      if (event instanceof FindingRaised finding) {
        findings.put(finding.id(), finding);
      }
    }
    if (!findings.isEmpty()) {
      Sql.update(
          connection,
          KEEP,
          statement -> {
            COLUMNS.bind(connection, statement, List.copyOf(findings.values()));
            statement.setObject(COLUMNS.size() + 1, letter);
          });
    }
  }

  /** Ends what stands no more in cases that were evaluated, and what they were set aside for. */
  static void judge(
      Connection connection, Collection<String> caseIds, StandingFindings findings, Instant now)
      throws SQLException {
    Sql.update(
        connection,
        JUDGE,
        statement -> {
          statement.setArray(1, texts(connection, findings.ids()));
          statement.setArray(2, texts(connection, findings.rectified()));
          statement.setObject(3, Sql.utc(now));
          statement.setArray(4, texts(connection, caseIds));
        });
  }

  /** What an audit found holds until the next one. */
  public static void audited(
      Connection connection, List<? extends DeadlineEvent> findings, Instant now)
      throws SQLException {
    Sql.update(connection, END_AUDIT, statement -> statement.setObject(1, Sql.utc(now)));
    append(connection, findings, now);
  }

  /** Ends the findings about dead letters that were replayed or dismissed; returns how many. */
  static int settle(Connection connection) throws SQLException {
    return Sql.update(connection, SETTLE, statement -> {});
  }

  private static java.sql.Array texts(Connection connection, Collection<String> texts)
      throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private DeadlineNews() {}
}
