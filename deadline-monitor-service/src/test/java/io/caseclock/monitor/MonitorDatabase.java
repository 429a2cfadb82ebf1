package io.caseclock.monitor;

import io.caseclock.testsupport.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Databases with the tables of the monitor, which are made once and copied for each test. */
public final class MonitorDatabase {

  private static final TestDatabase MADE = made();

  private MonitorDatabase() {}

  /** Returns one that nobody else uses, and that holds nothing yet. */
  public static DataSource fresh() {
    return MADE.copied().dataSource();
  }

  private static TestDatabase made() {
    var database = TestDatabase.create();
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.username(), database.password())
        .initSql(TestDatabase.NEW_CONNECTION_SQL)
        .locations("db/shared", "db/migration")
        .load()
        .migrate();
    return database;
  }
}
