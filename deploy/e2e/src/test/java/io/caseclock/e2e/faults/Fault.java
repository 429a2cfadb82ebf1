package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Suite;
import io.caseclock.e2e.faults.FallingDue.Span;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Something that goes wrong for a while, and is over then. */
enum Fault {
  /**
   * Each process killed as by a power cut and started again at once, in rounds: in each all of them
   * in another order, and in the first at least, however short the time.
   */
  PROCESSES_KILLED(false) {
    @Override
    void inflict(Suite suite, Duration time) throws InterruptedException {
      var random = new Random(SEED);
      var until = System.nanoTime() + time.toNanos();
      var victims = new ArrayList<>(List.of(Victim.values()));
      var kills = new EnumMap<Victim, Integer>(Victim.class);
      do {
        Collections.shuffle(victims, random);
        for (var victim : victims) {
          TimeUnit.MILLISECONDS.sleep(random.nextInt(4000));
          victim.fallsAndRises(suite.stack());
          kills.merge(victim, 1, Integer::sum);
        }
      } while (System.nanoTime() < until);
      System.out.printf("Killed and started again: %s%n", kills);
      assertThat(kills).containsOnlyKeys(Victim.values());
    }
  },

  /** One service after the other is ended in order and started again, as by an upgrade. */
  SERVICES_RESTARTED(false) {
    @Override
    void inflict(Suite suite, Duration time) {
      var until = System.nanoTime() + time.toNanos();
      do {
        suite.stack().services().forEach(ServiceProcess::restart);
      } while (System.nanoTime() < until);
    }
  },

  DATABASE_RESTARTED(false) {
    @Override
    void inflict(Suite suite, Duration time) throws InterruptedException {
      suite.stack().postgres().stop();
      last(time);
      suite.stack().postgres().restart();
    }
  },

  /** Those that they have are ended, and they get no others. */
  DATABASE_OUT_OF_CONNECTIONS(false) {
    @Override
    void inflict(Suite suite, Duration time) throws Exception {
      try (var connection = database(suite).getConnection()) {
        limit(connection, 0);
        try {
          run(
              connection,
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where usename in ('intake', 'monitor', 'notification')");
          last(time);
        } finally {
          limit(connection, -1);
        }
      }
    }
  },

  DATABASE_READ_ONLY(false) {
    @Override
    void inflict(Suite suite, Duration time) throws Exception {
      try (var connection = database(suite).getConnection()) {
        run(connection, "alter system set default_transaction_read_only = on");
        run(connection, "select pg_reload_conf()");
        last(time);
        run(connection, "alter system reset default_transaction_read_only");
        run(connection, "select pg_reload_conf()");
      }
    }
  },

  KAFKA_AWAY(true) {
    @Override
    void inflict(Suite suite, Duration time) throws InterruptedException {
      suite.stack().kafka().kill();
      last(time);
      suite.stack().kafka().start();
    }
  },

  /** It has its connections, and answers nothing. */
  KAFKA_HANGS(true) {
    @Override
    void inflict(Suite suite, Duration time) throws Exception {
      frozen(suite.stack().kafka().handle(), time);
    }
  },

  MONITOR_HANGS(true) {
    @Override
    void inflict(Suite suite, Duration time) throws Exception {
      frozen(suite.stack().service(ServiceKind.MONITOR).handle().orElseThrow(), time);
    }
  },

  MONITOR_SLOW(true) {
    @Override
    void inflict(Suite suite, Duration time) throws Exception {
      slowed(suite.stack().service(ServiceKind.MONITOR).handle().orElseThrow(), time);
    }
  },

  NOTIFICATION_HANGS(true) {
    @Override
    void inflict(Suite suite, Duration time) throws Exception {
      frozen(suite.stack().service(ServiceKind.NOTIFICATION).handle().orElseThrow(), time);
    }
  },

  NOTIFICATION_SLOW(true) {
    @Override
    void inflict(Suite suite, Duration time) throws Exception {
      slowed(suite.stack().service(ServiceKind.NOTIFICATION).handle().orElseThrow(), time);
    }
  },

  /** What falls due in that hour is told too early; afterwards the hour passes once more. */
  CLOCK_AN_HOUR_AHEAD(true) {
    @Override
    Span fallsDue(Duration time) {
      return new Span(Duration.ofMinutes(31), Duration.ofMinutes(27));
    }

    @Override
    void inflict(Suite suite, Duration time) throws InterruptedException {
      suite.fastForward(Duration.ofHours(1));
      last(time);
      suite.fastForward(Duration.ofHours(-1));
    }
  },

  /**
   * What happens now lies in the future then, and is refused; most of what falls due was told, and
   * does so a second time.
   */
  CLOCK_AN_HOUR_BEHIND(false) {
    @Override
    Span fallsDue(Duration time) {
      var past = Duration.ofMinutes(25);
      return new Span(past.negated(), past.plus(super.fallsDue(time).length()));
    }

    @Override
    void inflict(Suite suite, Duration time) throws InterruptedException {
      suite.fastForward(Duration.ofHours(-1));
      last(time);
      suite.fastForward(Duration.ofHours(1));
    }
  },

  /** Callers that begin a request and send no more. */
  CONNECTIONS_HELD_OPEN(true) {
    @Override
    void inflict(Suite suite, Duration time) throws Exception {
      List<Socket> held = new ArrayList<>();
      try {
        for (var number = 0; number < HELD; number++) {
          var socket =
              new Socket(InetAddress.getLoopbackAddress(), suite.stack().intakeUrl().getPort());
          held.add(socket);
          socket
              .getOutputStream()
              .write(
                  "POST /api/v1/events HTTP/1.1\r\nHost: lo".getBytes(StandardCharsets.US_ASCII));
        }
        last(time);
      } finally {
        for (var socket : held) {
          socket.close();
        }
      }
    }
  };

  /** So that a run can be told again. */
  static final long SEED = Long.getLong("caseclock.faults.seed", 20261127);

  private static final Duration AT_WORK = Duration.ofMillis(50);
  private static final Duration STANDING_STILL = Duration.ofMillis(450);
  private static final int HELD = 200;

  private final boolean isTakenInMeanwhile;

  Fault(boolean isTakenInMeanwhile) {
    this.isTakenInMeanwhile = isTakenInMeanwhile;
  }

  /** Whether events are accepted all the same. */
  boolean isTakenInMeanwhile() {
    return isTakenInMeanwhile;
  }

  /** When warnings and breaches fall due: all the time, and some seconds longer. */
  Span fallsDue(Duration time) {
    return Span.of(time.plus(Trial.RECOVERY));
  }

  /** Lasts that long and is over when it returns. */
  abstract void inflict(Suite suite, Duration time) throws Exception;

  private static void last(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }

  private static DataSource database(Suite suite) {
    return suite.stack().postgres().superuser("caseclock");
  }

  private static void limit(Connection connection, int connections) throws SQLException {
    for (var kind : ServiceKind.values()) {
      run(connection, "alter role " + kind.schema() + " connection limit " + connections);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void frozen(ProcessHandle process, Duration time)
      throws IOException, InterruptedException {
    signal("-STOP", process);
    try {
      last(time);
    } finally {
      signal("-CONT", process);
    }
  }

  /** It has a tenth of the time. */
  private static void slowed(ProcessHandle process, Duration time)
      throws IOException, InterruptedException {
    var until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until) {
      frozen(process, STANDING_STILL);
      last(AT_WORK);
    }
  }

  private static void signal(String name, ProcessHandle process)
      throws IOException, InterruptedException {
    var exit = new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    if (exit != 0) {
      throw new AssertionError("kill " + name + " ended with " + exit);
    }
  }
}
