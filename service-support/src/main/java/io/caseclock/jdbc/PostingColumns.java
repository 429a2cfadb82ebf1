package io.caseclock.jdbc;

import io.caseclock.contract.Posting;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The four columns of an event's {@link Posting}, which have the same names in every table. */
public final class PostingColumns {

  /** On whose behalf an event was posted; null for what the intake itself added. */
  public static @Nullable Posting read(ResultSet row) throws SQLException {
    var by = row.getString("posted_by");
    return by == null
        ? null
        : new Posting(
            by,
            row.getString("posted_kind"),
            row.getBoolean("posted_by_administrator"),
            row.getString("unit_path"));
  }

  private PostingColumns() {}
}
