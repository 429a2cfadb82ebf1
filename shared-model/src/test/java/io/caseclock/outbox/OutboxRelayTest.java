package io.caseclock.outbox;

import static io.caseclock.outbox.OutboxDatabase.NOW;
import static io.caseclock.outbox.OutboxDatabase.TOPIC;
import static io.caseclock.outbox.OutboxDatabase.key;
import static io.caseclock.outbox.OutboxDatabase.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.outbox.OutboxSender.RecordsRefusedException;
import io.caseclock.outbox.OutboxSender.SendFailedException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

  private OutboxDatabase database;
  private final Broker broker = new Broker();

  @BeforeEach
  void anEmptyOutbox() throws SQLException {
    database = OutboxDatabase.fresh();
  }

  @Test
  void what_was_appended_comes_out_only_after_the_commit() throws SQLException {
    var relay = database.relay(broker);

    database.inTransaction(
        connection -> {
          Outbox.append(connection, List.of(numbered("C-1", 0)), NOW);
          assertThat(relay.relayOnce()).isZero();
        });

    assertThat(relay.relayOnce()).isOne();
    assertThat(broker.taken()).hasSize(1);
    assertThat(database.waiting()).isZero();
  }

  @Test
  void what_was_rolled_back_never_comes_out() throws SQLException {
    database.inTransaction(
        connection -> {
          Outbox.append(connection, List.of(numbered("C-1", 0)), NOW);
          connection.rollback();
        });
    database.append(numbered("C-1", 1));

    var sent = database.relay(broker).relayOnce();

    assertThat(sent).isOne();
    assertThat(broker.numbersByKey()).isEqualTo(Map.of("C-1", List.of(1)));
  }

  @Test
  void appending_nothing_leaves_nothing() throws SQLException {
    database.append(List.of());

    assertThat(database.waiting()).isZero();
    assertThat(database.relay(broker).relayOnce()).isZero();
  }

  @Test
  void headers_key_type_and_bytes_survive() throws SQLException {
    var payload = new byte[] {0, -1, (byte) 0xC3, 0x28, '"', '\\', '\n', 127, -128};
    var headers = Map.of("ce_id", "快/1 \"quoted\" \\ {}, null", "content-type", "a;b", "empty", "");
    var record = new OutboxRecord("逾期", "C-1, {\"x\"} 案", "deadline-breached", headers, payload);

    database.append(record, numbered("C-2", 0));
    drain(database.relay(broker));

    var taken = broker.taken().stream().filter(r -> !r.topic().equals(TOPIC)).toList();
    assertThat(taken).singleElement().usingRecursiveComparison().isEqualTo(record);
  }

  @Test
  void a_batch_is_no_larger_than_asked_for_and_the_rest_follows() throws SQLException {
    database.append(numbered("C-1", 0, 120));
    var relay = database.relay(broker);

    assertThat(List.of(relay.relayOnce(), relay.relayOnce(), relay.relayOnce(), relay.relayOnce()))
        .containsExactly(50, 50, 20, 0);
    assertThat(broker.numbersByKey().get("C-1")).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void what_the_service_notes_is_part_of_the_relays_transaction() throws SQLException {
    database.execute("create table noted (key text)");
    database.append(numbered("C-1", 0));
    var relay =
        new OutboxRelay(
            database.dataSource(),
            broker,
            (connection, published) -> {
              try (var statement =
                  connection.prepareStatement("insert into noted select ? from outbox")) {
                // the rows are gone for this transaction, and for this one only
                statement.setString(1, "unseen");
                assertThat(statement.executeUpdate()).isZero();
              }
              assertThat(database.waiting()).isEqualTo(1);
              try (var statement = connection.prepareStatement("insert into noted values (?)")) {
                statement.setString(1, published.getFirst().key());
                statement.executeUpdate();
              }
              assertThat(database.count("select count(*) from noted")).isZero();
            },
            50);

    relay.relayOnce();

    assertThat(database.count("select count(*) from noted where key = 'C-1'")).isOne();
    assertThat(database.waiting()).isZero();
  }

  @Test
  void a_note_that_fails_leaves_the_record_to_be_sent_again() throws SQLException {
    database.append(numbered("C-1", 0));
    var failing =
        new OutboxRelay(
            database.dataSource(),
            broker,
            (connection, published) -> {
              throw new SQLException("no such table");
            },
            50);

    assertThatThrownBy(failing::relayOnce).hasMessage("no such table");

    assertThat(database.waiting()).isOne();
    drain(database.relay(broker));
    assertThat(broker.numbersByKey()).isEqualTo(Map.of("C-1", List.of(0, 0)));
  }

  @Test
  void a_long_outage_loses_nothing_and_keeps_the_order_when_it_is_over() throws SQLException {
    var away = new Broker().refusing(batch -> true);
    for (var round = 0; round < 10; round++) {
      for (var key = 0; key < 20; key++) {
        database.append(numbered(key(key), round * 10, round * 10 + 10));
      }
      assertThatThrownBy(database.relay(away)::relayOnce).isInstanceOf(SendFailedException.class);
    }

    drain(database.relay(broker));

    assertThat(away.taken()).isEmpty();
    assertThat(broker.numbersByKey()).isEqualTo(everything(20, 100));
  }

  @Test
  void one_record_that_no_broker_takes_holds_up_its_own_bucket_only() throws SQLException {
    OutboxSender picky =
        records -> {
          if (records.stream().anyMatch(record -> record.key().equals(key(0)))) {
            throw new SendFailedException("too large", new IllegalArgumentException());
          }
          broker.send(records);
        };
    for (var key = 0; key < 64; key++) {
      database.append(numbered(key(key), 0));
    }
    var relay = database.relay(picky);

    for (var attempt = 0; attempt < OutboxRelay.BUCKETS; attempt++) {
      assertThatThrownBy(relay::relayOnce).isInstanceOf(SendFailedException.class);
    }

    assertThat(database.count("select count(distinct bucket) from outbox")).isOne();
  }

  @Test
  void a_round_takes_half_of_the_buckets_at_once_and_after_a_failure_one_by_one()
      throws SQLException {
    var relay = database.relay(broker.refusing(batch -> batch == 2));

    appendToAllBuckets();
    relay.relayOnce();
    assertThat(broker.attempts()).isEqualTo(2);

    appendToAllBuckets();
    assertThatThrownBy(relay::relayOnce).isInstanceOf(SendFailedException.class);
    relay.relayOnce();
    assertThat(broker.attempts()).isEqualTo(3 + OutboxRelay.BUCKETS);

    appendToAllBuckets();
    relay.relayOnce();
    assertThat(broker.attempts()).isEqualTo(3 + OutboxRelay.BUCKETS + 2);
    assertThat(broker.taken()).hasSize(3 * 64);
  }

  private void appendToAllBuckets() throws SQLException {
    for (var key = 0; key < 64; key++) {
      database.append(numbered(key(key), 0));
    }
    assertThat(database.count("select count(distinct bucket) from outbox")).isEqualTo(8);
  }

  @Test
  void what_no_broker_will_ever_take_is_set_aside_and_holds_up_nothing() throws SQLException {
    database.execute("create table noted (id text)");
    OutboxSender refusing =
        records -> {
          broker.send(records.stream().filter(record -> !isTooLarge(record)).toList());
          Map<Integer, String> refused = new HashMap<>();
          for (var place = 0; place < records.size(); place++) {
            if (isTooLarge(records.get(place))) {
              refused.put(place, "too large");
            }
          }
          if (!refused.isEmpty()) {
            throw new RecordsRefusedException(refused);
          }
        };
    database.append(numbered("C-1", 0), numbered("C-1", 1), numbered("C-1", 2));
    var relay =
        new OutboxRelay(
            database.dataSource(),
            refusing,
            (connection, published) -> {
              try (var statement = connection.prepareStatement("insert into noted values (?)")) {
                for (var record : published) {
                  statement.setString(1, record.headers().get("ce_id"));
                  statement.executeUpdate();
                }
              }
            },
            50);

    assertThat(relay.relayOnce()).isEqualTo(3);

    assertThat(broker.numbersByKey()).isEqualTo(Map.of("C-1", List.of(0, 2)));
    assertThat(database.waiting()).isZero();
    assertThat(database.count("select count(*) from noted")).isEqualTo(2);
    assertThat(
            database.count(
                "select count(*) from outbox_refused where reason = 'too large' and key = 'C-1'"
                    + " and payload = '1' and headers ->> 'ce_id' = 'C-1-1'"))
        .isOne();
  }

  @Test
  void a_row_whose_headers_cannot_be_read_is_set_aside_and_holds_up_nothing() throws SQLException {
    database.append(numbered("C-1", 0), numbered("C-1", 1));
    database.execute("update outbox set headers = '[1]' where payload = '0'");

    drain(database.relay(broker));

    assertThat(broker.numbersByKey()).isEqualTo(Map.of("C-1", List.of(1)));
    assertThat(database.count("select count(*) from outbox_refused where headers = '[1]'")).isOne();
  }

  private static boolean isTooLarge(OutboxRecord record) {
    return record.payload()[0] == '1';
  }

  static void drain(OutboxRelay relay) throws SQLException {
    while (relay.relayOnce() > 0) {
      // goes on
    }
  }

  static Map<String, List<Integer>> everything(int keys, int each) {
    var numbers = IntStream.range(0, each).boxed().toList();
    return IntStream.range(0, keys)
        .boxed()
        .collect(java.util.stream.Collectors.toMap(OutboxDatabase::key, key -> numbers));
  }
}
