package io.caseclock.bench.firing;

import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What stands in the outbox. */
final class OutboxRows {

  private static final String KEEP_MODEL =
      "create table firing_model as"
          + " select aggregatetype, type, headers::text as headers, payload from outbox limit 1";
  private static final String MODEL = "select * from firing_model";

  private OutboxRows() {}

  static long count(DataSource database) {
    return new Sql(database).query("select count(*) from outbox", row -> row.getLong(1)).getFirst();
  }

  /** The key of each row. */
  static List<String> keys(DataSource database) {
    return new Sql(database).query("select aggregateid from outbox", row -> row.getString(1));
  }

  /** How many of a type hold so much of a text. */
  static long holding(DataSource database, String type, String text) {
    return new Sql(database)
        .query(
            "select count(*) from outbox where type = ? and position(? in convert_from(payload,"
                + " 'UTF8')) > 0",
            row -> row.getLong(1),
            type,
            text)
        .getFirst();
  }

  /** How many bytes one holds, on average. */
  static long bytes(DataSource database) {
    return new Sql(database)
        .query(
            "select coalesce(avg(length(payload)), 0)::bigint from outbox", row -> row.getLong(1))
        .getFirst();
  }

  /** Keeps any one beside the outbox, for the others to insert the like of. */
  static void keepModel(DataSource database) {
    new Sql(database).update(KEEP_MODEL);
  }

  static Model model(DataSource database) {
    return new Sql(database)
        .query(
            MODEL,
            row -> new Model(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4)))
        .getFirst();
  }

  /**
   * A row without its key.
   *
   * @param headers as JSON
   */
  record Model(String topic, String type, String headers, byte[] payload) {

    OutboxRecord of(String key) {
      Map<String, String> texts = new LinkedHashMap<>();
      Json.object(headers.getBytes(StandardCharsets.UTF_8))
          .forEach((name, value) -> texts.put(name, String.valueOf(value)));
      return new OutboxRecord(topic, key, type, texts, payload);
    }
  }
}
