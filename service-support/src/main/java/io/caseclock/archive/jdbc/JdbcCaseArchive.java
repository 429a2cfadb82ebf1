package io.caseclock.archive.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caseclock.archive.CaseArchive;
import io.caseclock.archive.Cover;
import io.caseclock.archive.jdbc.ArchivePart.Files;
import io.caseclock.archive.jdbc.ArchivePart.Rows;
import io.caseclock.jdbc.Sql;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the parts of a service one after the other, all as of one instant. */
public final class JdbcCaseArchive implements CaseArchive {

  private static final int ROWS_IN_MEMORY = 100;

  private final Sql sql;
  private final List<ArchivePart> parts;

  public JdbcCaseArchive(DataSource dataSource, List<ArchivePart> parts) {
    this.sql = new Sql(dataSource);
    this.parts = List.copyOf(parts);
  }

  @Override
  public boolean knows(String caseId) {
    var any =
        parts.stream()
            .map(part -> "exists (" + part.sql() + ")")
            .collect(Collectors.joining(" or ", "select ", ""));
    return sql.with(
        connection ->
            Sql.query(connection, any, named -> bind(named, caseId), row -> row.getBoolean(1))
                .getFirst());
  }

  @Override
  public void write(Cover cover, OutputStream out) throws IOException {
    var zip = new SummedZip(out, cover.writtenAt());
    try {
      sql.transact(connection -> all(connection, cover, zip));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    zip.finish();
  }

  private int all(Connection connection, Cover cover, SummedZip zip) throws SQLException {
    atOneInstant(connection);
    try {
      zip.file("about.json", file -> file.write(about(cover)));
      for (var part : parts) {
        switch (part) {
          case Rows rows -> write(connection, rows, cover.caseId(), zip);
          case Files files -> write(connection, files, cover.caseId(), zip);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts.size();
  }

  private static byte[] about(Cover cover) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("caseId", cover.caseId());
    values.put("service", cover.service());
    values.put("writtenAt", cover.writtenAt().toString());
    values.put("writtenBy", cover.writtenBy());
    return Json.bytes(values);
  }

  private static void atOneInstant(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      statement.execute("set local time zone 'UTC'");
    }
  }

  private static void write(Connection connection, Rows part, String caseId, SummedZip zip)
      throws SQLException, IOException {
    var asJson = "select to_jsonb(one)::text from (" + part.sql() + ") one";
    try (var statement = connection.prepareStatement(asJson)) {
      bind(statement, caseId);
      statement.setFetchSize(ROWS_IN_MEMORY);
      try (var rows = statement.executeQuery()) {
        zip.file(
            part.name() + ".ndjson",
            file -> {
              while (rows.next()) {
                file.write(rows.getString(1).getBytes(UTF_8));
                file.write('\n');
              }
            });
      }
    }
  }

  private static void write(Connection connection, Files part, String caseId, SummedZip zip)
      throws SQLException, IOException {
    try (var statement = connection.prepareStatement(part.sql())) {
      bind(statement, caseId);
      statement.setFetchSize(1);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var content = rows.getBytes(2);
          zip.file(part.name() + "/" + fileName(rows.getString(1)), file -> file.write(content));
        }
      }
    }
  }

  /** Ids hold colons and slashes, which a file system would not take or take for a folder. */
  private static String fileName(String id) {
    return id.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static void bind(PreparedStatement statement, String caseId) throws SQLException {
    var count = statement.getParameterMetaData().getParameterCount();
    for (var i = 1; i <= count; i++) {
      statement.setString(i, caseId);
    }
  }
}
