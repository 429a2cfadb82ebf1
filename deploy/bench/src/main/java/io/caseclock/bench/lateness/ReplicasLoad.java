package io.caseclock.bench.lateness;

import io.caseclock.bench.stack.PassingStack;
import io.caseclock.bench.stack.Patience;
import io.caseclock.bench.statistics.Report;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench replicas}. */
@Command(
    name = "replicas",
    description =
        "Lets deadlines become due within one second with one, two and three replicas of the"
            + " monitor and the notification service, and restarts one of two monitors while others"
            + " become due steadily.",
    mixinStandardHelpOptions = true)
final class ReplicasLoad implements Callable<Integer> {

  private static final int MOST = 100_000;
  private static final int MOST_REPLICAS = 5;
  private static final int STEADY = 50;
  private static final Duration UNTIL_RESTART = Duration.ofSeconds(8);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final double NANOS = 1e9;
  private static final double NANOS_OF_A_MILLI = 1e6;

  @Option(
      names = "--deadlines",
      defaultValue = "10000",
      description = "how many become due within one second; ${DEFAULT-VALUE} where absent")
  int deadlines;

  @Option(
      names = "--replicas",
      defaultValue = "3",
      description = "how many replicas of each at most; ${DEFAULT-VALUE} where absent")
  int replicas;

  @Option(
      names = "--minutes",
      defaultValue = "10",
      description = "how long each may take; ${DEFAULT-VALUE} where absent")
  int minutes;

  @Option(names = "--quick", description = "the restart alone, in 20 s")
  boolean isQuick;

  private final Report report = new Report(System.out);
  private int seconds = 40;

  private ReplicasLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new ReplicasLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (isQuick) {
      seconds = 20;
    }
    if (deadlines < 1 || deadlines > MOST || replicas < 1 || replicas > MOST_REPLICAS) {
      throw new IllegalArgumentException("1 to 100,000 deadlines, 1 to 5 replicas");
    }
    if (minutes < 1) {
      throw new IllegalArgumentException("1 minute or more");
    }
    System.out.printf(
        "%d processors, Java %s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    if (!isQuick) {
      allAtOnce();
    }
    restart();
    return 0;
  }

  private void allAtOnce() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (var each = 1; each <= replicas; each++) {
      rows.add(atOnce(each));
    }
    report.table(
        "%,d warnings within one second, until the last is in the inboxes".formatted(deadlines),
        List.of(
            "a second",
            "replicas of each",
            "seconds",
            "processor time of each monitor, s",
            "of each notification service, s"),
        rows);
  }

  private PassingStack start(int each) throws Exception {
    return PassingStack.start(
        "replicas",
        usual ->
            DueByPlan.watched(usual)
                .withReplicas(ServiceKind.MONITOR, each)
                .withReplicas(ServiceKind.NOTIFICATION, each),
        ProgressListener.SILENT);
  }

  private Patience patience() {
    return new Patience(Duration.ofMinutes(minutes), LOOK_EVERY);
  }

  private List<String> atOnce(int each) throws Exception {
    try (var passing = start(each)) {
      var plan = Plan.of(List.of(deadlines), 1);
      var due = new DueByPlan(passing, plan, Stage.WARNING, patience());
      var numbers = due.fill(0);
      try (var records = due.records();
          var inboxes = due.rows()) {
        var before = processorTimes(passing.stack());
        var lateness = due.begin(numbers);
        due.await(lateness, records);
        var inInboxes = inInboxes(lateness, due, inboxes, plan.measured().getFirst());
        // the last of them was due a second after the first
        var seconds = 1 + inInboxes.max() * NANOS_OF_A_MILLI / NANOS;
        return List.of(
            "%,.0f".formatted(deadlines / seconds),
            Integer.toString(each),
            "%,.1f".formatted(seconds),
            spent(passing.stack(), ServiceKind.MONITOR, before),
            spent(passing.stack(), ServiceKind.NOTIFICATION, before));
      }
    }
  }

  private static Timings inInboxes(
      Lateness lateness, DueByPlan due, InboxRows inboxes, Plan.Stretch stretch) {
    return lateness.of(
        stretch,
        due.messages().delivered().stream(),
        Messages.Delivered::deadline,
        each -> Objects.requireNonNull(inboxes.seenAt().get(each.row()), "a row unseen"));
  }

  private static Map<String, Duration> processorTimes(LocalStack stack) {
    Map<String, Duration> times = new LinkedHashMap<>();
    stack.services().forEach(service -> times.put(service.name(), processorTime(service)));
    return times;
  }

  private static Duration processorTime(ServiceProcess service) {
    return service.handle().flatMap(each -> each.info().totalCpuDuration()).orElse(Duration.ZERO);
  }

  private static String spent(LocalStack stack, ServiceKind kind, Map<String, Duration> before) {
    return stack.replicas(kind).stream()
        .map(
            service ->
                processorTime(service).minus(before.getOrDefault(service.name(), Duration.ZERO)))
        .map(time -> "%.1f".formatted(time.toMillis() / 1000.0))
        .collect(Collectors.joining(", "));
  }

  /** One of two monitors ends and comes again, as when replicas are replaced one by one. */
  private void restart() throws Exception {
    try (var passing = start(2)) {
      var plan = Plan.of(List.of(STEADY), seconds);
      var due = new DueByPlan(passing, plan, Stage.WARNING, patience());
      var numbers = due.fill(0);
      try (var records = due.records();
          var inboxes = due.rows()) {
        var lateness = due.begin(numbers);
        var stretch = plan.measured().getFirst();
        var restartAt = lateness.dueAt().get(stretch.firstNumber()) + UNTIL_RESTART.toNanos();
        while (System.nanoTime() < restartAt) {
          LockSupport.parkNanos(restartAt - System.nanoTime());
        }
        var began = System.nanoTime();
        passing.stack().replica(ServiceKind.MONITOR, 1).restart();
        var away = System.nanoTime() - began;
        due.await(lateness, records);
        var onKafka =
            lateness.of(
                stretch,
                records.readAt().entrySet().stream(),
                Map.Entry::getKey,
                Map.Entry::getValue);
        report.table(
            "%d warnings each second for %d s, one of two monitors stopped and started again"
                .formatted(STEADY, seconds),
            List.of(
                "longest pause between records on Kafka, s",
                "one monitor away, s",
                "Kafka: half of them late by, ms",
                "99 of 100",
                "the last",
                "inbox: the last, ms"),
            List.of(
                List.of(
                    "%.1f".formatted(longestPause(lateness, records, stretch) / NANOS),
                    "%.1f".formatted(away / NANOS),
                    Report.millis(onKafka.median()),
                    Report.millis(onKafka.percentile(99)),
                    Report.millis(onKafka.max()),
                    Report.millis(inInboxes(lateness, due, inboxes, stretch).max()))));
      }
    }
  }

  private static long longestPause(Lateness lateness, AlarmRecords records, Plan.Stretch stretch) {
    var readAt =
        records.readAt().entrySet().stream()
            .filter(record -> stretch.holds(lateness.numbers().getOrDefault(record.getKey(), -1)))
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    var longest = 0L;
    for (var n = 1; n < readAt.size(); n++) {
      longest = Math.max(longest, readAt.get(n) - readAt.get(n - 1));
    }
    return longest;
  }
}
