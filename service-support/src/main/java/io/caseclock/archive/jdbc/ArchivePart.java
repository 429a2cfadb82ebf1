package io.caseclock.archive.jdbc;

import java.util.List;
import java.util.regex.Pattern;

/** One kind of thing that is kept about a case. Each {@code ?} of its query is the case's id. */
public sealed interface ArchivePart {

  /** Lower-case words with hyphens. */
  String name();

  String sql();

  /**
   * Rows, one JSON object a line in {@code NAME.ndjson}: the columns by their names, instants in
   * UTC, bytes as hexadecimal digits behind {@code \x}.
   */
  record Rows(String name, String sql) implements ArchivePart {}

  /** Files in the folder {@code NAME}: the query gives an id, which names it, and the bytes. */
  record Files(String name, String sql) implements ArchivePart {}

  /** What this service said of the case and no broker would take. */
  Rows REFUSED_RECORDS =
      new Rows("refused-records", "select * from outbox_refused where key = ? order by seq");

  /** What was said of the case and this service could not take in. */
  Rows DEAD_LETTERS =
      new Rows("dead-letters", "select * from dead_letter where case_id = ? order by id");

  /** When and why nothing of the case might be deleted. */
  Rows LEGAL_HOLDS =
      new Rows("legal-holds", "select * from legal_hold where case_id = ? order by id");

  /** Who asked this service to change something of the case by its id. */
  Rows AUDIT_LOG =
      new Rows("audit-log", "select * from audit_log where ids ->> 'caseId' = ? order by id");

  /** Whether a part reads the table. */
  static boolean read(List<ArchivePart> parts, String table) {
    var named = Pattern.compile("(from|join) " + table + "\\b");
    return parts.stream().anyMatch(part -> named.matcher(part.sql()).find());
  }
}
