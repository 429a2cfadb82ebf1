package io.caseclock.bench.lateness;

import io.caseclock.bench.delivery.Feed;
import io.caseclock.bench.delivery.Load;
import io.caseclock.bench.open.OpenDeadlines;
import io.caseclock.bench.stack.PassingStack;
import io.caseclock.bench.stack.Patience;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import io.caseclock.local.StackOptions;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The monitor and the notification service, with deadlines in them that become due by a plan. */
final class DueByPlan {

  static final int PEOPLE = 1_000;

  private static final LocalTime MORNING = LocalTime.of(10, 0);

  /** Between the jump of the clock and the first due instant. */
  private static final Duration REST = Duration.ofSeconds(15);

  private final PassingStack passing;
  private final LocalStack stack;
  private final Plan plan;
  private final Stage stage;
  private final Patience patience;
  private final Messages messages;
  private final Law law =
      new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private final Instant first;

  DueByPlan(PassingStack passing, Plan plan, Stage stage, Patience patience) {
    this.passing = passing;
    this.stack = passing.stack();
    this.plan = plan;
    this.stage = stage;
    this.patience = patience;
    this.messages = new Messages(stack.postgres().superuser(PassingStack.DATABASE), stage.kind());
    this.first = nextMonday(stack.clock().now(), law.zone());
  }

  /** Chances are computed as often as in production; the local stack does it ten times as often. */
  static StackOptions watched(StackOptions usual) {
    return PassingStack.tellingAtOnce(usual)
        .only(Set.of(ServiceKind.MONITOR, ServiceKind.NOTIFICATION))
        .told("CASECLOCK_PREDICTION_EVERY", "5m");
  }

  /** In the morning, when offices work; more than two days ahead. */
  private static Instant nextMonday(Instant now, ZoneId zone) {
    return now.atZone(zone)
        .toLocalDate()
        .plusDays(2)
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .atTime(MORNING)
        .atZone(zone)
        .toInstant();
  }

  Messages messages() {
    return messages;
  }

  /**
   * Fills the directory, and the tables of the stopped monitor.
   *
   * @param open how many deadlines are open beside those of the plan
   * @return the place of each deadline in the plan, by its id
   */
  Map<String, Integer> fill(int open) throws SQLException, InterruptedException {
    try (var feed = new Feed(stack.kafka().bootstrapServers())) {
      feed.directory(new Load(1, PEOPLE, stack.clock().now()));
    }
    patience.await(() -> messages.people() == PEOPLE, "the directory was not taken in");
    var monitors = stack.replicas(ServiceKind.MONITOR);
    monitors.forEach(ServiceProcess::stop);
    var tables = passing.schema(ServiceKind.MONITOR);
    var numbers =
        new SeizureCases(law, PEOPLE, first, stage)
            .fill(tables, ServiceKind.MONITOR.schema(), plan.all());
    if (open > 0) {
      new OpenDeadlines(tables, law, stack.clock().now()).growTo(open);
    }
    monitors.forEach(ServiceProcess::start);
    monitors.forEach(ServiceProcess::awaitReady);
    return numbers;
  }

  AlarmRecords records() {
    return new AlarmRecords(stack.kafka().bootstrapServers(), stage.type());
  }

  InboxRows rows() {
    return new InboxRows(stack.postgres().superuser(PassingStack.DATABASE));
  }

  /**
   * Moves the clock to shortly before the first due instant.
   *
   * @param numbers what {@link #fill} returned
   */
  Lateness begin(Map<String, Integer> numbers) {
    stack.clock().advance(Duration.between(stack.clock().now(), first.minus(REST)));
    var nanos = System.nanoTime();
    return new Lateness(
        plan, nanos + Duration.between(stack.clock().now(), first).toNanos(), numbers);
  }

  /** Waits until the alarm of each is on Kafka and in the inboxes. */
  void await(Lateness lateness, AlarmRecords records) throws InterruptedException {
    var all = lateness.numbers().keySet();
    patience.await(
        () ->
            records.readAt().keySet().containsAll(all)
                && messages.messages() >= all.size()
                && messages.waiting() == 0,
        "not all alarms arrived");
  }
}
