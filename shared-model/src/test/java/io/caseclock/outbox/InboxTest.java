package io.caseclock.outbox;

import static io.caseclock.outbox.OutboxDatabase.NOW;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.EventId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {

  private OutboxDatabase database;

  @BeforeEach
  void anEmptyInbox() throws SQLException {
    database = OutboxDatabase.fresh();
  }

  @Test
  void only_what_is_new_may_take_effect() throws SQLException {
    assertThat(claim(ids(0, 3))).containsExactlyInAnyOrderElementsOf(ids(0, 3));

    assertThat(claim(ids(1, 5))).containsExactlyInAnyOrderElementsOf(ids(3, 5));
    assertThat(claim(ids(0, 5))).isEmpty();
    assertThat(claim(List.of())).isEmpty();
  }

  @Test
  void a_repetition_inside_one_batch_counts_once() throws SQLException {
    var twice = new ArrayList<>(ids(0, 3));
    twice.addAll(ids(0, 3));

    assertThat(claim(twice)).containsExactlyInAnyOrderElementsOf(ids(0, 3));
    assertThat(database.count("select count(*) from inbox")).isEqualTo(3);
  }

  @Test
  void the_same_id_of_another_source_is_another_event() throws SQLException {
    var here = new EventId("urn:precinct:a", "1");
    var there = new EventId("urn:precinct:b", "1");

    assertThat(claim(List.of(here))).containsExactly(here);
    assertThat(claim(List.of(here, there))).containsExactly(there);
  }

  @Test
  void odd_ids_come_back_as_they_went() throws SQLException {
    var odd = Set.of(new EventId("urn:x,{}\"\\", "案/1 '"), new EventId("NULL", "null"));

    assertThat(claim(odd)).isEqualTo(odd);
  }

  @Test
  void a_claim_that_is_rolled_back_can_be_made_again() throws SQLException {
    database.inTransaction(
        connection -> {
          assertThat(Inbox.claim(connection, ids(0, 2), NOW)).hasSize(2);
          connection.rollback();
        });

    assertThat(claim(ids(0, 2))).hasSize(2);
  }

  @Test
  void several_claimers_share_every_event_without_a_deadlock() throws Exception {
    var claimed = new ConcurrentLinkedQueue<EventId>();
    var all = ids(0, 2_000);
    List<Callable<Void>> claimers = new ArrayList<>();
    for (var claimer = 0; claimer < 3; claimer++) {
      var order = new Random(claimer);
      claimers.add(
          () -> {
            var mine = new ArrayList<>(all);
            Collections.shuffle(mine, order);
            for (var from = 0; from < mine.size(); from += 100) {
              claimed.addAll(claim(mine.subList(from, from + 100)));
            }
            return null;
          });
    }

    try (var threads = Executors.newFixedThreadPool(claimers.size())) {
      for (var done : threads.invokeAll(claimers)) {
        done.get();
      }
    }

    assertThat(claimed).hasSize(2_000).doesNotHaveDuplicates();
    assertThat(claimed.stream().collect(toSet())).isEqualTo(Set.copyOf(all));
  }

  private Set<EventId> claim(Collection<EventId> ids) throws SQLException {
    try (var connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      var claimed = Inbox.claim(connection, ids, NOW);
      connection.commit();
      return claimed;
    }
  }

  private static List<EventId> ids(int from, int until) {
    return IntStream.range(from, until)
        .mapToObj(number -> new EventId("urn:precinct:d01", "E-%05d".formatted(number)))
        .toList();
  }
}
