package io.caseclock.notify.feedback.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.Judgement;
import io.caseclock.notify.feedback.Judgements;
import io.caseclock.notify.feedback.Verdict;
import io.caseclock.notify.jdbc.CommittedCounter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tables {@code feedback} and {@code feedback_entry}. */
public final class JdbcJudgements implements Judgements {

  private static final String TOLD =
      """
      select 1 from message_recipient a join message l on l.id = a.message_id
      where a.message_id = ? and a.recipient = ? and l.kind in ('warning', 'breach') limit 1
      """;

  /** The row's lock lets one person's verdicts follow each other. */
  private static final String KEEP =
      """
      insert into feedback (message_id, person, seq, is_right, cause, text, at)
      values (?, ?, 1, ?, ?, ?, ?)
      on conflict (message_id, person) do update set seq = feedback.seq + 1,
        is_right = excluded.is_right, cause = excluded.cause, text = excluded.text,
        at = excluded.at
      where (feedback.is_right, feedback.cause, feedback.text)
        is distinct from (excluded.is_right, excluded.cause, excluded.text)
      returning seq
      """;

  private static final String ENTRY =
      """
      insert into feedback_entry (message_id, person, seq, account, is_right, cause, text, at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String HISTORY =
      """
      select message_id, person, account, is_right, cause, text, at from feedback_entry
      where message_id = ? and person = ? order by seq desc
      """;

  private static final String NEWEST =
      """
      select e.message_id, e.person, e.account, e.is_right, e.cause, e.text, e.at
      from feedback f join feedback_entry e using (message_id, person, seq)
      where f.person = ? and f.message_id = any (?)
      """;

  private final Sql sql;
  private final CommittedCounter counter;

  public JdbcJudgements(Sql sql, CommittedCounter counter) {
    this.sql = sql;
    this.counter = counter;
  }

  @Override
  public boolean wasTold(String messageId, String person) {
    return !sql.query(TOLD, row -> row.getInt(1), messageId, person).isEmpty();
  }

  @Override
  public boolean keep(Judgement judgement) {
    var verdict = judgement.verdict();
    var cause = verdict.cause() == null ? null : verdict.cause().wire();
    var seq =
        sql.query(
            KEEP,
            row -> row.getInt(1),
            judgement.messageId(),
            judgement.person(),
            verdict.right(),
            cause,
            verdict.text(),
            judgement.at());
    if (seq.isEmpty()) {
      return false;
    }
    sql.update(
        ENTRY,
        judgement.messageId(),
        judgement.person(),
        seq.getFirst(),
        judgement.account(),
        verdict.right(),
        cause,
        verdict.text(),
        judgement.at());
    counter.count("caseclock.feedback", "verdict", cause == null ? "right" : cause, 1);
    return true;
  }

  @Override
  public List<Judgement> history(String messageId, String person) {
    return sql.query(HISTORY, JdbcJudgements::judgement, messageId, person);
  }

  @Override
  public List<Judgement> newest(Collection<String> messageIds, String person) {
    return sql.query(NEWEST, JdbcJudgements::judgement, person, messageIds);
  }

  private static Judgement judgement(ResultSet row) throws SQLException {
    var cause = Optional.ofNullable(row.getString("cause")).flatMap(Cause::ofWire).orElse(null);
    return new Judgement(
        row.getString("message_id"),
        row.getString("person"),
        row.getString("account"),
        new Verdict(row.getBoolean("is_right"), cause, row.getString("text")),
        Sql.required(row, "at"));
  }
}
