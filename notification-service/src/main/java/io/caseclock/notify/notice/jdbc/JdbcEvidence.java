package io.caseclock.notify.notice.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.evidence.Evidence;
import io.caseclock.notify.notice.evidence.EvidenceStore;
import io.caseclock.notify.notice.evidence.EvidenceType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Table {@code notice_evidence}; whoever sends a file has a hand in the notice from then on. */
public final class JdbcEvidence implements EvidenceStore {

  private static final String INSERT =
      """
      insert into notice_evidence (id, notice_id, seq, name, media_type, size, sha256, content,
        by_name, by_officer, by_role, at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_HAND =
      "update notice set hands = array_append(hands, ?) where id = ? and not ? = any(hands)";
  private static final String COLUMNS =
      "id, notice_id, seq, name, media_type, size, sha256, by_name, by_officer, by_role, at";

  private final Sql sql;

  public JdbcEvidence(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Evidence evidence, byte[] content) {
    var by = evidence.by();
    sql.update(
        INSERT,
        evidence.id(),
        evidence.noticeId(),
        evidence.seq(),
        evidence.name(),
        evidence.type().mediaType(),
        evidence.size(),
        evidence.sha256(),
        content,
        by.name(),
        by.officer(),
        by.role(),
        evidence.at());
    if (by.officer() != null) {
      sql.update(ADD_HAND, by.officer(), evidence.noticeId(), by.officer());
    }
  }

  @Override
  public List<Evidence> list(String noticeId) {
    return sql.query(
        "select " + COLUMNS + " from notice_evidence where notice_id = ? order by seq",
        JdbcEvidence::evidence,
        noticeId);
  }

  @Override
  public Optional<Evidence.File> find(String noticeId, String id) {
    return sql
        .query(
            "select " + COLUMNS + ", content from notice_evidence where notice_id = ? and id = ?",
            row -> new Evidence.File(evidence(row), row.getBytes("content")),
            noticeId,
            id)
        .stream()
        .findFirst();
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    return new Evidence(
        row.getString("id"),
        row.getString("notice_id"),
        row.getInt("seq"),
        row.getString("name"),
        EvidenceType.ofMediaType(row.getString("media_type")).orElseThrow(),
        row.getLong("size"),
        row.getString("sha256"),
        new Actor(row.getString("by_name"), row.getString("by_officer"), row.getString("by_role")),
        Sql.required(row, "at"));
  }
}
