package io.caseclock.audit.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.AuditKind;
import io.caseclock.audit.AuditOutcome;
import io.caseclock.audit.AuditQuery;
import io.caseclock.audit.AuditStore;
import io.caseclock.audit.StoredEntry;
import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of table {@code audit_log}, which are written once and never changed. */
public final class AuditTable implements AuditStore {

  private static final TypeReference<TreeMap<String, String>> IDS = new TypeReference<>() {};
  // by the clock of the database, whatever the caller's says
  private static final String FORGET =
      "select forget_the_audit_log(least(?, now() - interval '184 days'), ?)";

  private static final String IS_READ = "(operation like 'GET %' or operation like 'HEAD %')";

  private final Sql sql;

  public AuditTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  @Override
  public void append(List<AuditEntry> entries) {
    sql.transact(connection -> ChainedBatch.begin(connection).append(entries));
  }

  /** The newest first. */
  public List<StoredEntry> page(AuditQuery query) {
    List<Object> parameters = new ArrayList<>();
    var where = where(query, parameters);
    parameters.add(query.limit());
    return sql.query(
        "select id, at, account, officer, roles, unit, operation, ids::text, status, request_id"
            + " from audit_log"
            + where
            + " order by id desc limit ?",
        AuditTable::read,
        parameters.toArray());
  }

  /** How many there are, counted up to a bound. */
  public int count(AuditQuery query, int most) {
    List<Object> parameters = new ArrayList<>();
    var where = where(query, parameters);
    parameters.add(most);
    return sql.query(
            "select count(*) from (select 1 from audit_log" + where + " limit ?) found",
            row -> row.getInt(1),
            parameters.toArray())
        .getFirst();
  }

  private static String where(AuditQuery query, List<Object> parameters) {
    var where = new StringBuilder(" where id < ?");
    parameters.add(query.before());
    add(where, parameters, Subtree.holds("unit"), query.root());
    add(where, parameters, "at >= ?", query.from());
    add(where, parameters, "at < ?", query.to());
    add(where, parameters, "officer = ?", query.officer());
    add(where, parameters, "account = ?", query.account());
    add(where, parameters, "ids ->> 'caseId' = ?", query.caseId());
    add(where, parameters, "strpos(lower(operation), lower(?)) > 0", query.operation());
    if (query.kind() != null) {
      where.append(query.kind() == AuditKind.READ ? " and " : " and not ").append(IS_READ);
    }
    if (query.outcome() != null) {
      where.append(
          query.outcome() == AuditOutcome.DONE ? " and status < 400" : " and status >= 400");
    }
    return where.toString();
  }

  private static void add(
      StringBuilder where, List<Object> parameters, String condition, @Nullable Object asked) {
    if (asked != null) {
      where.append(" and ").append(condition);
      parameters.add(asked);
    }
  }

  @Override
  public int forget(Instant before, int most) {
    return sql.query(FORGET, row -> row.getInt(1), before, most).getFirst();
  }

  private static StoredEntry read(ResultSet row) throws SQLException {
    var actor =
        new Actor(
            row.getString("account"),
            row.getString("officer"),
            List.of((String[]) row.getArray("roles").getArray()),
            row.getString("unit"));
    return new StoredEntry(
        row.getLong("id"),
        new AuditEntry(
            Sql.required(row, "at"),
            actor,
            row.getString("operation"),
            ids(row.getString("ids")),
            row.getInt("status"),
            row.getString("request_id")));
  }

  /** What the column {@code ids} holds. */
  static TreeMap<String, String> ids(String text) {
    try {
      return Json.MAPPER.readValue(text, IDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of the audit log cannot be read", e);
    }
  }
}
