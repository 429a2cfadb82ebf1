package io.caseclock.directory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Names;
import io.caseclock.directory.UnitEntry;
import io.caseclock.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JdbcDirectoryTest {

  private DataSource database;
  private JdbcDirectory directory;

  @BeforeEach
  void anEmptyDirectory() {
    database = TestDatabase.fresh();
    DirectoryTables.createIn(database);
    directory = new JdbcDirectory(database, InstantSource.fixed(Instant.EPOCH));
  }

  @Test
  void a_subtree_is_the_unit_and_all_below_it() {
    directory.apply(
        List.of(
            unit("D01", null), unit("D0101", "D01"), unit("D0102", "D01"), unit("S1", "D0102")));

    assertThat(ids("D01")).containsExactly("D01", "D0101", "D0102", "S1");
    assertThat(ids("D0102")).containsExactly("D0102", "S1");
    assertThat(ids("S1")).containsExactly("S1");
    assertThat(directory.unit("S1").map(UnitEntry::path)).contains("/D01/D0102/S1/");
    assertThat(directory.unit("S1").orElseThrow().ancestors()).containsExactly("D0102", "D01");
  }

  @Test
  void a_unit_whose_name_begins_like_another_is_not_below_it() {
    directory.apply(List.of(unit("D1", null), unit("D10", null), unit("D_", null)));

    assertThat(ids("D1")).containsExactly("D1");
    assertThat(ids("D_")).containsExactly("D_");
    assertThat(directory.isWithin("D10", "D1")).isFalse();
  }

  @Test
  void what_is_unknown_has_no_subtree_and_lies_nowhere() {
    directory.apply(List.of(unit("D01", null)));

    assertThat(directory.unit("X")).isEmpty();
    assertThat(directory.subtree("X")).isEmpty();
    assertThat(directory.isWithin("X", "D01")).isFalse();
    assertThat(directory.isWithin("D01", "X")).isFalse();
    assertThat(directory.isWithin("X", "X")).isFalse();
  }

  @Test
  void a_unit_is_above_all_while_there_is_no_other_tree() {
    directory.apply(List.of(unit("D01", null), unit("D0101", "D01")));

    assertThat(directory.isAboveAll("D01")).isTrue();
    assertThat(directory.isAboveAll("D0101")).isFalse();
    assertThat(directory.isAboveAll("X")).isFalse();

    directory.apply(List.of(unit("E", null)));

    assertThat(directory.isAboveAll("D01")).isFalse();
  }

  @Test
  void the_newest_word_on_a_unit_holds() {
    directory.apply(List.of(unit("D01", null)));
    directory.apply(
        List.of(new UnitRegistered("D01", null, new Names("新名", "New name"), "bureau")));

    assertThat(directory.unit("D01"))
        .contains(new UnitEntry("D01", null, new Names("新名", "New name"), "bureau", "/D01/"));
  }

  @Test
  void a_unit_that_moves_takes_everything_below_it_along() {
    directory.apply(
        List.of(unit("A", null), unit("B", null), unit("M", "A"), unit("N", "M"), unit("O", "N")));

    directory.apply(List.of(unit("M", "B")));

    assertThat(ids("A")).containsExactly("A");
    assertThat(ids("B")).containsExactly("B", "M", "N", "O");
    assertThat(directory.unit("O").map(UnitEntry::path)).contains("/B/M/N/O/");
    assertThat(directory.isWithin("O", "A")).isFalse();
  }

  @Test
  void a_unit_stands_alone_until_its_parent_arrives() {
    directory.apply(List.of(unit("S1", "D0102")));
    assertThat(ids("S1")).containsExactly("S1");

    directory.apply(List.of(unit("D0102", "D01")));
    directory.apply(List.of(unit("D01", null)));

    assertThat(ids("D01")).containsExactly("D01", "D0102", "S1");
  }

  @Test
  void a_unit_below_itself_sees_itself_and_no_more() {
    directory.apply(List.of(unit("D01", null), unit("D0101", "D01"), unit("X", "X")));

    assertThat(ids("X")).containsExactly("X");
    assertThat(directory.isWithin("D0101", "X")).isFalse();
  }

  @Test
  void units_below_each_other_do_not_hang_and_see_no_others() {
    directory.apply(
        List.of(unit("D01", null), unit("A", "B"), unit("B", "A"), unit("C", "B"), unit("D", "C")));

    assertThat(ids("A")).contains("A").doesNotContain("D01");
    assertThat(ids("B")).contains("B").doesNotContain("D01");
    assertThat(ids("C")).contains("C").doesNotContain("D01");
    assertThat(ids("D01")).containsExactly("D01");
  }

  @Test
  void a_cycle_that_is_put_right_leaves_no_trace() {
    directory.apply(List.of(unit("A", "B"), unit("B", "A"), unit("C", "B")));

    directory.apply(List.of(unit("A", null)));

    assertThat(ids("A")).containsExactly("A", "B", "C");
    assertThat(directory.unit("C").map(UnitEntry::path)).contains("/A/B/C/");
  }

  @Test
  void parent_and_child_that_arrive_at_two_replicas_at_once_find_each_other() throws Exception {
    CompletableFuture<Void> other;
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      JdbcDirectory.apply(connection, List.of(unit("D01", null)));
      other = CompletableFuture.runAsync(() -> applyInTransaction(unit("S1", "D01")));
      awaitDoneOrBlocked(other);
      connection.commit();
    }
    other.get(20, TimeUnit.SECONDS);

    assertThat(ids("D01")).containsExactly("D01", "S1");
  }

  private void applyInTransaction(DirectoryEvent event) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      JdbcDirectory.apply(connection, List.of(event));
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The other either goes through at once or waits for a lock; both are seen, nothing is slept. */
  private void awaitDoneOrBlocked(CompletableFuture<Void> other) throws SQLException {
    try (Connection connection = database.getConnection();
        var blocked =
            connection.prepareStatement(
                "select 1 from pg_stat_activity where datname = current_database()"
                    + " and wait_event_type = 'Lock'")) {
      while (!other.isDone()) {
        try (var rows = blocked.executeQuery()) {
          if (rows.next()) {
            return;
          }
        }
      }
    }
  }

  private List<String> ids(String root) {
    return directory.subtree(root).stream().map(UnitEntry::id).toList();
  }

  private static DirectoryEvent unit(String id, @Nullable String parent) {
    return new UnitRegistered(id, parent, new Names("虚构" + id, "Fictional " + id), "station");
  }
}
