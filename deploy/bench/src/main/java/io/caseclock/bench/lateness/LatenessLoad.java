package io.caseclock.bench.lateness;

import io.caseclock.bench.delivery.Feed;
import io.caseclock.bench.delivery.Load;
import io.caseclock.bench.lateness.Plan.Stretch;
import io.caseclock.bench.open.OpenDeadlines;
import io.caseclock.bench.stack.PassingStack;
import io.caseclock.bench.stack.Patience;
import io.caseclock.bench.statistics.Report;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.ServiceKind;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench lateness}. */
@Command(
    name = "lateness",
    description =
        "Lets deadlines become due steadily, some each second, among many that are open, and"
            + " measures how long after its due instant the alarm of each stands on Kafka and in"
            + " the inboxes.",
    mixinStandardHelpOptions = true)
final class LatenessLoad implements Callable<Integer> {

  private static final int MOST_OPEN = 10_000_000;
  private static final int MOST_DUE = 1_000_000;
  private static final int QUICK_OPEN = 20_000;
  private static final int QUICK_SECONDS = 5;
  private static final int PEOPLE = 1_000;
  private static final double AIM_MILLIS = 1_000;
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final LocalTime MORNING = LocalTime.of(10, 0);

  /** Between the jump of the clock and the first due instant. */
  private static final Duration REST = Duration.ofSeconds(15);

  @Option(
      names = "--open",
      defaultValue = "1000000",
      description = "how many deadlines are open beside them; ${DEFAULT-VALUE} where absent")
  int open;

  @Option(
      names = "--rates",
      split = ",",
      defaultValue = "10,100,1000",
      description = "how many are due each second, one stretch each; ${DEFAULT-VALUE} where absent")
  List<Integer> rates = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "how long each stretch is; ${DEFAULT-VALUE} where absent")
  int seconds;

  @Option(names = "--breaches", description = "let them be breached; they are warned of else")
  boolean areBreaches;

  @Option(
      names = "--minutes",
      defaultValue = "30",
      description = "how long all of it may take; ${DEFAULT-VALUE} where absent")
  int minutes;

  @Option(names = "--quick", description = "20,000 open deadlines, stretches of 5 seconds")
  boolean isQuick;

  private LatenessLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new LatenessLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (isQuick) {
      open = QUICK_OPEN;
      seconds = QUICK_SECONDS;
    }
    if (open < 0 || open > MOST_OPEN || seconds < 1 || minutes < 1) {
      throw new IllegalArgumentException(
          "0 to 10,000,000 open deadlines, 1 second or more, 1 minute or more");
    }
    if (rates.stream().anyMatch(rate -> rate < 1 || (long) rate * seconds > MOST_DUE)) {
      throw new IllegalArgumentException("1 or more each second, and 1,000,000 at most in all");
    }
    try (var passing =
        PassingStack.start("lateness", LatenessLoad::watched, ProgressListener.SILENT)) {
      measure(passing);
    }
    return 0;
  }

  /** Chances are computed as often as in production; the local stack does it ten times as often. */
  private static StackOptions watched(StackOptions usual) {
    return PassingStack.tellingAtOnce(usual)
        .only(Set.of(ServiceKind.MONITOR, ServiceKind.NOTIFICATION))
        .told("CASECLOCK_PREDICTION_EVERY", "5m");
  }

  private void measure(PassingStack passing) throws Exception {
    var stack = passing.stack();
    var stage = areBreaches ? Stage.BREACH : Stage.WARNING;
    var plan = Plan.of(rates, seconds);
    var patience = new Patience(Duration.ofMinutes(minutes), LOOK_EVERY);
    var messages = new Messages(stack.postgres().superuser(PassingStack.DATABASE), stage.kind());
    try (var feed = new Feed(stack.kafka().bootstrapServers())) {
      feed.directory(new Load(1, PEOPLE, stack.clock().now()));
    }
    patience.await(() -> messages.people() == PEOPLE, "the directory was not taken in");
    var due = fill(passing, plan, stage);
    System.out.printf(
        "%,d deadlines due one after another, %,d open beside them, %,d people; %d processors,"
            + " Java %s%n",
        due.numbers().size(),
        open,
        PEOPLE,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature());
    try (var records = new AlarmRecords(stack.kafka().bootstrapServers(), stage.type());
        var rows = new InboxRows(stack.postgres().superuser(PassingStack.DATABASE))) {
      var first = begin(stack, due.first());
      patience.await(
          () ->
              records.readAt().keySet().containsAll(due.numbers().keySet())
                  && messages.messages() >= due.numbers().size()
                  && messages.waiting() == 0,
          "not all alarms arrived");
      report(new Lateness(plan, first, due.numbers()), records, rows, messages);
    }
  }

  /**
   * The deadlines that become due.
   *
   * @param first the first due instant, by the clock of the services
   * @param numbers their places in the plan, by their ids
   */
  private record Due(Instant first, Map<String, Integer> numbers) {}

  private Due fill(PassingStack passing, Plan plan, Stage stage) throws SQLException {
    var stack = passing.stack();
    var monitor = stack.service(ServiceKind.MONITOR);
    monitor.stop();
    var tables = passing.schema(ServiceKind.MONITOR);
    var law = new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
    var first = nextMonday(stack.clock().now(), law.zone());
    var numbers =
        new SeizureCases(law, PEOPLE, first, stage)
            .fill(tables, ServiceKind.MONITOR.schema(), plan.all());
    if (open > 0) {
      new OpenDeadlines(tables, law, stack.clock().now()).growTo(open);
    }
    monitor.start();
    monitor.awaitReady();
    return new Due(first, numbers);
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

  /** Moves the clock to shortly before the first due instant; returns when that will be. */
  private static long begin(LocalStack stack, Instant first) {
    var ahead = Duration.between(stack.clock().now(), first.minus(REST));
    stack.clock().advance(ahead);
    var nanos = System.nanoTime();
    return nanos + Duration.between(stack.clock().now(), first).toNanos();
  }

  private static void report(
      Lateness lateness, AlarmRecords records, InboxRows rows, Messages messages) {
    List<List<String>> table = new ArrayList<>();
    var delivered = messages.delivered();
    for (var stretch : lateness.plan().measured()) {
      var onKafka =
          lateness.of(
              stretch,
              records.readAt().entrySet().stream(),
              Map.Entry::getKey,
              Map.Entry::getValue);
      var inInboxes =
          lateness.of(
              stretch,
              delivered.stream(),
              Messages.Delivered::deadline,
              each -> Objects.requireNonNull(rows.seenAt().get(each.row()), "a row unseen"));
      table.add(row(stretch, onKafka, inInboxes));
    }
    new Report(System.out)
        .table(
            "From the due instant, in ms",
            List.of(
                "inbox: 99 of 100",
                "aim",
                "",
                "due each second",
                "Kafka: half of them",
                "95 of 100",
                "99 of 100",
                "inbox: half of them",
                "95 of 100",
                "the last",
                "deadlines",
                "messages"),
            table);
  }

  private static List<String> row(Stretch stretch, Timings onKafka, Timings inInboxes) {
    return List.of(
        Report.millis(inInboxes.percentile(99)),
        Report.millis(AIM_MILLIS),
        inInboxes.percentile(99) < AIM_MILLIS ? "met" : "MISSED",
        "%,d".formatted(stretch.perSecond()),
        Report.millis(onKafka.percentile(50)),
        Report.millis(onKafka.percentile(95)),
        Report.millis(onKafka.percentile(99)),
        Report.millis(inInboxes.percentile(50)),
        Report.millis(inInboxes.percentile(95)),
        Report.millis(inInboxes.max()),
        "%,d".formatted(onKafka.rounds()),
        "%,d".formatted(inInboxes.rounds()));
  }
}
