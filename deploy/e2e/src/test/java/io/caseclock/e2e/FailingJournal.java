package io.caseclock.e2e;

import java.sql.SQLException;

/** A database that fails while intake keeps one event, and works for all others. */
final class FailingJournal implements AutoCloseable {

  private final Suite suite;

  private FailingJournal(Suite suite) {
    this.suite = suite;
  }

  /**
   * @param state the SQLSTATE that the database answers
   */
  static FailingJournal of(Suite suite, String eventId, String state) {
    var failing = new FailingJournal(suite);
    failing.execute(
        """
        create function intake.fail_for_one_event() returns trigger language plpgsql as $$
        begin
          raise exception 'fails on purpose' using errcode = '%s';
        end $$
        """
            .formatted(state));
    failing.execute(
        "create trigger fails_for_one_event before insert on intake.journal for each row when"
            + " (new.event_id = '%s') execute function intake.fail_for_one_event()"
                .formatted(eventId));
    return failing;
  }

  private void execute(String sql) {
    try (var connection = suite.stack().postgres().superuser("caseclock").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() {
    execute("drop function intake.fail_for_one_event() cascade");
  }
}
