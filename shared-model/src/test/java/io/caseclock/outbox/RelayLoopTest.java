package io.caseclock.outbox;

import static io.caseclock.outbox.OutboxDatabase.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.caseclock.testsupport.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The pause is an hour throughout: whatever comes out was announced by the database. */
class RelayLoopTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final String LISTENERS =
      "select count(*) from pg_stat_activity where datname = current_database()"
          + " and query like 'listen %' and state = 'idle'";
  private static final String END_LISTENERS =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and query like 'listen %'";

  private final Broker broker = new Broker();

  @Test
  void what_lay_there_before_the_start_goes_out() throws SQLException {
    var database = OutboxDatabase.fresh();
    database.append(numbered("C-1", 0, 200));

    try (var loop = loop(database, broker)) {
      loop.start();

      await().atMost(SOON).until(() -> broker.taken().size() == 200);
    }
  }

  @Test
  void a_commit_wakes_the_relay_at_once() throws SQLException {
    var database = OutboxDatabase.fresh();
    try (var loop = loop(database, broker)) {
      loop.start();
      awaitListener(database);

      for (var number = 0; number < 3; number++) {
        database.append(numbered("C-1", number));
        var sent = number + 1;
        await().atMost(SOON).until(() -> broker.taken().size() == sent);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Odd Schema", "with\"quote", "with'apostrophe", "派出所", "select"})
  void the_channel_belongs_to_the_schema_whatever_its_name(String schema) throws SQLException {
    var database = new OutboxDatabase(inSchema(schema));
    database.execute(OutboxDatabase.migration());

    try (var loop = loop(database, broker)) {
      loop.start();
      awaitListener(database);
      database.append(numbered("C-1", 0));

      await().atMost(SOON).until(() -> broker.taken().size() == 1);
    }
  }

  @Test
  void a_listening_connection_that_is_killed_is_replaced() throws SQLException {
    var database = OutboxDatabase.fresh();
    try (var loop = loop(database, broker)) {
      loop.start();
      awaitListener(database);

      database.execute(END_LISTENERS);
      awaitListener(database);
      database.append(numbered("C-1", 0));

      await().atMost(SOON).until(() -> broker.taken().size() == 1);
    }
  }

  @Test
  void a_broker_that_comes_back_is_caught_up_with_unasked() throws SQLException {
    var database = OutboxDatabase.fresh();
    var away = new AtomicBoolean(true);
    broker.refusing(batch -> away.get());
    try (var loop = loop(database, broker)) {
      loop.start();
      database.append(numbered("C-1", 0, 120));
      await().atMost(SOON).until(() -> broker.attempts() >= 2);

      away.set(false);

      await().atMost(SOON.multipliedBy(3)).until(() -> broker.taken().size() == 120);
    }
    assertThat(broker.numbersByKey().get("C-1")).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @Timeout(5)
  void closing_does_not_wait_for_the_pause() throws SQLException {
    var database = OutboxDatabase.fresh();
    var loop = loop(database, broker);
    loop.start();
    awaitListener(database);

    loop.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("outbox-relay") && thread.isAlive());
  }

  @Test
  void closing_what_was_never_started_is_no_fault() throws SQLException {
    var loop = loop(OutboxDatabase.fresh(), broker);

    assertThatCode(loop::close).doesNotThrowAnyException();
  }

  @Test
  void a_connection_goes_back_to_its_pool_without_listening() throws SQLException {
    var database = OutboxDatabase.fresh();
    var listening = new ConcurrentLinkedQueue<String>();
    var watched = new OutboxDatabase(askingBeforeClose(database.dataSource(), listening));
    broker.refusing(batch -> true);
    database.append(numbered("C-1", 0));

    try (var loop = loop(watched, broker)) {
      loop.start();
      await().atMost(SOON).until(() -> broker.attempts() >= 3);
    }

    assertThat(listening).isEmpty();
  }

  private static RelayLoop loop(OutboxDatabase database, OutboxSender sender) {
    return new RelayLoop(database.relay(sender), database.dataSource(), NEVER);
  }

  private static void awaitListener(OutboxDatabase database) {
    await().atMost(SOON).until(() -> database.count(LISTENERS) == 1);
  }

  private static DataSource inSchema(String schema) throws SQLException {
    var quoted = "\"" + schema.replace("\"", "\"\"") + "\"";
    var database = TestDatabase.create();
    new OutboxDatabase(database.dataSource()).execute("create schema " + quoted);
    var source = new PGSimpleDataSource();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.username());
    source.setPassword(database.password());
    source.setCurrentSchema(quoted);
    return source;
  }

  /** Notes every channel that a connection still listens to when it is given back. */
  private static DataSource askingBeforeClose(DataSource real, Collection<String> heard) {
    return proxy(
        DataSource.class,
        (method, arguments) ->
            method.getName().equals("getConnection")
                ? asking(real.getConnection(), heard)
                : method.invoke(real, arguments));
  }

  private static Connection asking(Connection real, Collection<String> heard) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("close") && !real.isClosed()) {
            heard.addAll(channels(real));
          }
          return method.invoke(real, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.of(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @FunctionalInterface
  private interface Call {
    Object of(Method method, Object[] arguments) throws Exception;
  }

  private static List<String> channels(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_listening_channels()")) {
      return rows.next() ? List.of(rows.getString(1)) : List.of();
    }
  }
}
