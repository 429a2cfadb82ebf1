package io.caseclock.bench.events;

import io.caseclock.bench.delivery.Feed;
import io.caseclock.bench.events.OnTopic.Steady;
import io.caseclock.bench.intake.Intake;
import io.caseclock.bench.intake.Sent;
import io.caseclock.bench.stack.PassingStack;
import io.caseclock.bench.stack.Patience;
import io.caseclock.bench.statistics.Rates;
import io.caseclock.bench.statistics.Report;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.jdbc.Sql;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.StackOptions;
import io.caseclock.local.secret.LocalRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench events}. */
@Command(
    name = "events",
    description =
        "Posts events at a steady rate and measures how long after its acceptance each is"
            + " evaluated and its deadline can be asked for; then puts events straight onto the"
            + " topic, at rising rates and as many as can be.",
    mixinStandardHelpOptions = true)
final class EventsLoad implements Callable<Integer> {

  private static final int STATIONS = 64;
  private static final int MOST = 1_000_000;
  private static final int MOST_RATE = 100_000;
  private static final int PROBES_A_SECOND = 5;
  private static final int WARM_UP_SECONDS = 5;
  private static final double AIM_MILLIS = 250;
  private static final double AIM_RATE = 5_000;
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  @Option(
      names = "--rate",
      defaultValue = "500",
      description = "how many are posted each second; ${DEFAULT-VALUE} where absent")
  int rate;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "for how long, and each of the rates below; ${DEFAULT-VALUE} where absent")
  int seconds;

  @Option(
      names = "--rates",
      split = ",",
      defaultValue = "500,1000,1500,2000,3000,4000,5000",
      description =
          "how many are put onto the topic each second, until the monitor no longer keeps up;"
              + " ${DEFAULT-VALUE} where absent")
  List<Integer> rates = List.of();

  @Option(
      names = "--events",
      defaultValue = "30000",
      description = "how many are put onto the topic at once; ${DEFAULT-VALUE} where absent")
  int events;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "how often that is done; ${DEFAULT-VALUE} where absent")
  int rounds;

  @Option(
      names = "--minutes",
      defaultValue = "10",
      description = "how long any of it may take; ${DEFAULT-VALUE} where absent")
  int minutes;

  @Option(
      names = "--quick",
      description = "4 seconds each at up to 2,000 a second, 2 rounds of 5,000 events")
  boolean isQuick;

  private final Report report = new Report(System.out);

  private EventsLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new EventsLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (isQuick) {
      seconds = 4;
      rates = List.of(500, 1_000, 2_000);
      events = 5_000;
      rounds = 2;
    }
    require();
    try (var passing =
        PassingStack.start("events", EventsLoad::unlimited, ProgressListener.SILENT)) {
      measure(passing);
    }
    return 0;
  }

  private void require() {
    var fastest = rates.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (rates.stream().anyMatch(each -> each < 1) || fastest > MOST_RATE) {
      throw new IllegalArgumentException("rates of 1 to 100,000 a second");
    }
    if (rate < 1 || seconds < 1 || (long) Math.max(rate, fastest) * seconds > MOST) {
      throw new IllegalArgumentException("1 a second or more, 1,000,000 at most at one rate");
    }
    if (events < 1 || events > MOST || rounds < 1 || rounds > 100 || minutes < 1) {
      throw new IllegalArgumentException(
          "1 to 1,000,000 events, 1 to 100 rounds, 1 minute or more");
    }
  }

  /** One account asks for all deadlines; it waits for nobody but the monitor. */
  private static StackOptions unlimited(StackOptions usual) {
    return Intake.unlimited(usual)
        .only(Set.of(ServiceKind.INTAKE, ServiceKind.MONITOR))
        .told("CASECLOCK_HTTP_PER_CALLER", "64")
        .told("CASECLOCK_HTTP_WAITING_PER_CALLER", "10000");
  }

  private void measure(PassingStack passing) throws Exception {
    var stack = passing.stack();
    var patience = new Patience(Duration.ofMinutes(minutes), LOOK_EVERY);
    fillDirectory(passing, patience);
    System.out.printf(
        "Intake and monitor; %d processors, Java %s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    try (var evaluated = new Evaluated(stack.kafka().bootstrapServers());
        var feed = new Feed(stack.kafka().bootstrapServers())) {
      throughIntake(new ThroughIntake(stack, STATIONS, evaluated, patience));
      var stories = new Stories(stack.clock().now(), STATIONS);
      var onTopic = new OnTopic(feed, evaluated, patience);
      steadily(onTopic, stories);
      allAtOnce(onTopic, stories);
    }
  }

  private static void fillDirectory(PassingStack passing, Patience patience) throws Exception {
    var stack = passing.stack();
    var intake = new Intake(stack.intakeUrl());
    for (var unit : Sent.directory(STATIONS, stack.clock().now())) {
      intake.one(unit, stack.token(LocalRole.ADMINISTRATOR));
    }
    var monitor = new Sql(passing.schema(ServiceKind.MONITOR));
    patience.await(
        () ->
            monitor.query("select count(*) from unit", row -> row.getInt(1)).getFirst() > STATIONS,
        "the directory was not taken in");
  }

  private void throughIntake(ThroughIntake intake) throws Exception {
    var probeEvery = Math.max(1, rate / PROBES_A_SECOND);
    intake.post("W", rate, WARM_UP_SECONDS, probeEvery); // the first one warms up
    var result = intake.post("M", rate, seconds, probeEvery);
    report.table(
        "Posted to intake, %,d each second, in ms".formatted(rate),
        List.of(
            "99 of 100",
            "aim",
            "",
            "from, until",
            "half of them",
            "95 of 100",
            "the last",
            "events"),
        List.of(
            row("when it was to be posted, answered", new Timings(result.answered())),
            row("accepted, record read from Kafka", new Timings(result.read())),
            row("accepted, evaluated", new Timings(result.evaluated())),
            judged("accepted, deadline in the API", new Timings(result.visible()))));
  }

  private static List<String> judged(String what, Timings timings) {
    var row = new ArrayList<>(row(what, timings));
    row.set(1, Report.millis(AIM_MILLIS));
    row.set(2, timings.percentile(99) < AIM_MILLIS ? "met" : "MISSED");
    return row;
  }

  private static List<String> row(String what, Timings timings) {
    return List.of(
        Report.millis(timings.percentile(99)),
        "",
        "",
        what,
        Report.millis(timings.median()),
        Report.millis(timings.percentile(95)),
        Report.millis(timings.max()),
        "%,d".formatted(timings.rounds()));
  }

  private void steadily(OnTopic onTopic, Stories stories) throws InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    var keepsUp = true;
    for (var n = 0; n < rates.size() && keepsUp; n++) {
      var each = rates.get(n);
      var steady = onTopic.steadily(stories.events("S" + n, each * seconds), each);
      rows.add(row(steady));
      keepsUp = steady.isFlat();
    }
    report.table(
        "Put onto the topic for %d s each, in ms until evaluated".formatted(seconds),
        List.of(
            "events each second",
            "waiting at the end",
            "",
            "half of them",
            "95 of 100",
            "99 of 100",
            "the last",
            "events"),
        rows);
  }

  private static List<String> row(Steady steady) {
    var timings = steady.timings();
    return List.of(
        "%,d".formatted(steady.perSecond()),
        "%,d".formatted(steady.lag()),
        steady.isFlat() ? "keeps up" : "falls behind",
        Report.millis(timings.median()),
        Report.millis(timings.percentile(95)),
        Report.millis(timings.percentile(99)),
        Report.millis(timings.max()),
        "%,d".formatted(timings.rounds()));
  }

  private void allAtOnce(OnTopic onTopic, Stories stories) throws InterruptedException {
    List<Double> each = new ArrayList<>();
    for (var round = 0; round <= rounds; round++) {
      var perSecond = onTopic.allAtOnce(stories.events("R" + round, events));
      if (round > 0) { // the first one warms up
        each.add(perSecond);
      }
    }
    var evaluated = new Rates("evaluated", each);
    report.table(
        "%,d at once on the topic, events evaluated each second".formatted(events),
        List.of("median", "aim", "", "slowest", "fastest", "rounds"),
        List.of(
            List.of(
                Rates.whole(evaluated.median()),
                Rates.whole(AIM_RATE),
                evaluated.median() >= AIM_RATE ? "met" : "MISSED",
                Rates.whole(evaluated.slowest()),
                Rates.whole(evaluated.fastest()),
                Integer.toString(rounds))));
  }
}
