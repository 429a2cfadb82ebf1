package io.caseclock.bench.console;

import io.caseclock.bench.stack.PassingStack;
import io.caseclock.bench.statistics.Bureau;
import io.caseclock.bench.statistics.Population;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import io.caseclock.local.StackOptions;
import io.caseclock.local.load.IntakeClient;
import io.caseclock.local.load.SampleLoader;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.monitor.jdbc.JdbcRollUps;
import io.caseclock.pack.Pack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * The suite as the local stack starts it, with its sample, in which the sample's sub-bureau is one
 * of a large bureau. The sample went through the services; the rest is written into their tables
 * while they are stopped.
 */
final class Installation implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(20);

  /**
   * What the copies of rows are made of; it comes minutes after the sample. Findings are copied
   * where there is one: whether the sample leads to any depends on the order in which its events
   * arrive.
   */
  private static final String MODELS =
      """
      select exists (select 1 from notification.notice) and exists (select 1 from notification.task)
        and exists (select 1 from notification.escalation)
        and exists (select 1 from notification.bulletin)
        and exists (select 1 from notification.message_recipient where channel = 'in-app' and state = 'sent')
      """;

  private static final String UNDER_THE_BUREAU =
      """
      update %1$s.unit set parent = 'X' where id = '9900';
      update %1$s.unit set path = '/X' || path where path like '/9900/%%'
      """;

  private final PassingStack passing;
  private final LocalStack stack;

  private Installation(PassingStack passing) {
    this.passing = passing;
    this.stack = passing.stack();
  }

  /** Starts everything, with the sample in it. */
  static Installation start() throws Exception {
    var installation =
        new Installation(
            PassingStack.start("console", Installation::withVisitors, Installation::tell));
    step("sample", installation::loadSample);
    return installation;
  }

  /** Chances are reckoned once; again every half a minute, the services would never be calm. */
  private static StackOptions withVisitors(StackOptions usual) {
    try {
      Visitor.in(usual.directory().path().resolve("secrets"));
      return usual.told("CASECLOCK_PREDICTION_EVERY", "1h");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LocalStack stack() {
    return stack;
  }

  private void loadSample() throws SQLException, InterruptedException {
    SampleLoader.find()
        .orElseThrow(() -> new IllegalStateException("no sample on the class path"))
        .load(
            intake(LocalRole.ADMINISTRATOR),
            intake(LocalRole.PRECINCT_SYSTEM),
            stack.clock().now());
    var giveUp = System.nanoTime() + LONGEST.toNanos();
    while (!hasModels()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("the sample has led to nothing within " + LONGEST);
      }
      LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    }
    calm();
  }

  private IntakeClient intake(LocalRole role) {
    return new IntakeClient(stack.intakeUrl(), stack.token(role));
  }

  private boolean hasModels() throws SQLException {
    try (var connection = connection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(MODELS)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  /** Writes the bureau into the tables of the stopped services, and starts them again. */
  void fill(Bureau bureau, Pack pack) throws Exception {
    stack.services().forEach(ServiceProcess::stop);
    step("directory", () -> fillDirectory(bureau, pack));
    var monitor = passing.schema(ServiceKind.MONITOR);
    step("deadlines", () -> new Population(bureau, pack).fillCases(monitor));
    try (var connection = connection()) {
      var copies = new Copies(connection);
      copies.run("set max_parallel_workers_per_gather = 0");
      copies.run("set work_mem = '128MB'");
      copies.run("analyze");
      step("events", () -> new MonitorRows(copies).fill());
      step("notification", () -> new NotificationRows(copies, bureau).fill());
    }
    step("roll-ups", () -> new JdbcRollUps(monitor).rebuild(bureau.now()));
    step("vacuum", () -> Population.vacuum(monitor));
    stack.services().forEach(ServiceProcess::start);
    stack.services().forEach(ServiceProcess::awaitReady);
    stack.watch((name, lines) -> System.err.println(name + " ended by itself. " + lines));
    step("jobs", this::calm);
  }

  private void fillDirectory(Bureau bureau, Pack pack) throws SQLException {
    for (var kind : ServiceKind.values()) {
      new Population(bureau, pack).fillDirectory(passing.schema(kind));
      try (var connection = connection()) {
        new Copies(connection).run(UNDER_THE_BUREAU.formatted(kind.schema()));
      }
    }
  }

  /** Waits for jobs that what was just written gives the services to do. */
  private void calm() throws InterruptedException {
    if (!new Calm(stack).await(LONGEST)) {
      System.out.println("  the services are still at work after " + LONGEST);
    }
  }

  Connection connection() throws SQLException {
    return stack.postgres().superuser(PassingStack.DATABASE).getConnection();
  }

  private static void step(String name, Timings.Call call) throws Exception {
    tell(name, Duration.ofNanos(Timings.nanosOf(call)), "");
  }

  private static void tell(String step, Duration took, String note) {
    System.out.printf(Locale.ROOT, "  %-14s %6.1f s  %s%n", step, took.toMillis() / 1000.0, note);
  }

  @Override
  public void close() {
    passing.close();
  }
}
