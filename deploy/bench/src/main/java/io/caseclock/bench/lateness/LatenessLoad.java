package io.caseclock.bench.lateness;

import io.caseclock.bench.lateness.Plan.Stretch;
import io.caseclock.bench.stack.PassingStack;
import io.caseclock.bench.stack.Patience;
import io.caseclock.bench.statistics.Report;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.local.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
  private static final double AIM_MILLIS = 1_000;
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

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
        PassingStack.start("lateness", DueByPlan::watched, ProgressListener.SILENT)) {
      measure(passing);
    }
    return 0;
  }

  private void measure(PassingStack passing) throws Exception {
    var due =
        new DueByPlan(
            passing,
            Plan.of(rates, seconds),
            areBreaches ? Stage.BREACH : Stage.WARNING,
            new Patience(Duration.ofMinutes(minutes), LOOK_EVERY));
    var numbers = due.fill(open);
    System.out.printf(
        "%,d deadlines due one after another, %,d open beside them, %,d people; %d processors,"
            + " Java %s%n",
        numbers.size(),
        open,
        DueByPlan.PEOPLE,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature());
    try (var records = due.records();
        var rows = due.rows()) {
      var lateness = due.begin(numbers);
      due.await(lateness, records);
      report(lateness, records, rows, due.messages());
    }
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
