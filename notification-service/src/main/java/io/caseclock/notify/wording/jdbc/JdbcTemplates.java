package io.caseclock.notify.wording.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.wording.StoredTemplate;
import io.caseclock.notify.wording.Template;
import io.caseclock.notify.wording.TemplateKind;
import io.caseclock.notify.wording.TemplateText;
import io.caseclock.notify.wording.Templates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Table {@code message_template}; takes part in the caller's transaction. */
public final class JdbcTemplates implements Templates {

  private static final String LAST =
      """
      select distinct on (kind) kind, version, title_zh, title_en, text_zh, text_en, by_officer, at
      from message_template order by kind, version desc
      """;
  private static final String ADD =
      """
      insert into message_template
        (kind, version, title_zh, title_en, text_zh, text_en, by_officer, at)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private final Sql sql;

  public JdbcTemplates(Sql sql) {
    this.sql = sql;
  }

  /** A kind that this version does not know is left out. */
  @Override
  public Map<TemplateKind, StoredTemplate> all() {
    Map<TemplateKind, StoredTemplate> all = new EnumMap<>(TemplateKind.class);
    sql.query(LAST, JdbcTemplates::read)
        .forEach(found -> found.ifPresent(one -> all.put(one.kind(), one)));
    return all;
  }

  @Override
  public boolean add(StoredTemplate next) {
    var template = next.template();
    return sql.update(
            ADD,
            next.kind().wire(),
            next.version(),
            template == null ? null : template.title().zh(),
            template == null ? null : template.title().en(),
            template == null ? null : template.text().zh(),
            template == null ? null : template.text().en(),
            next.by(),
            next.at())
        == 1;
  }

  private static Optional<StoredTemplate> read(ResultSet row) throws SQLException {
    var kind = TemplateKind.ofWire(row.getString("kind"));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StoredTemplate(
            kind.get(),
            row.getInt("version"),
            template(row),
            row.getString("by_officer"),
            Sql.required(row, "at")));
  }

  private static @Nullable Template template(ResultSet row) throws SQLException {
    return row.getString("title_zh") == null
        ? null
        : new Template(
            new TemplateText(row.getString("title_zh"), row.getString("title_en")),
            new TemplateText(row.getString("text_zh"), row.getString("text_en")));
  }
}
