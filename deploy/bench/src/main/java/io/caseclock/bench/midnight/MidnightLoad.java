package io.caseclock.bench.midnight;

import io.caseclock.bench.delivery.Feed;
import io.caseclock.bench.delivery.Load;
import io.caseclock.bench.delivery.PeakMemory;
import io.caseclock.bench.firing.DueCases;
import io.caseclock.bench.firing.DueCases.Place;
import io.caseclock.bench.stack.PassingStack;
import io.caseclock.bench.stack.Patience;
import io.caseclock.bench.statistics.Report;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.StackOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

/** {@code ./caseclock bench midnight}. */
@Command(
    name = "midnight",
    description =
        "Lets many deadlines reach the same instant, first of a warning and then of the breach, and"
            + " measures how long it takes until all of it stands in the inboxes, with notices and"
            + " ladders, and how long the grave ones among them wait.",
    mixinStandardHelpOptions = true)
final class MidnightLoad implements Callable<Integer> {

  private static final int MOST = 1_000_000;
  private static final int QUICK_DEADLINES = 3_000;
  private static final int QUICK_PEOPLE = 200;
  private static final double AIM_OF_WARNINGS = 3_000;
  private static final double AIM_OF_BREACHES = 1_500;
  private static final String GRAVE = "grave";
  private static final List<String> SEVERITIES = List.of(GRAVE, "serious", "ordinary");
  private static final double MEGA = 1024.0 * 1024;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** After the breach, so that nothing else comes between. */
  private static final Duration PAST = Duration.ofDays(40);

  @Option(
      names = "--deadlines",
      defaultValue = "20000",
      description = "how many are due at once; ${DEFAULT-VALUE} where absent")
  int deadlines;

  @Option(
      names = "--people",
      defaultValue = "1000",
      description = "for how many people, twenty in a station; ${DEFAULT-VALUE} where absent")
  int people;

  @Option(
      names = "--grave",
      defaultValue = "100",
      description = "how many of the deadlines are grave ones; ${DEFAULT-VALUE} where absent")
  int grave;

  @Option(
      names = "--minutes",
      defaultValue = "30",
      description = "how long either may take; ${DEFAULT-VALUE} where absent")
  int minutes;

  @Option(names = "--quick", description = "3,000 deadlines for 200 people")
  boolean isQuick;

  private final Report report = new Report(System.out);

  private MidnightLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new MidnightLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (isQuick) {
      deadlines = QUICK_DEADLINES;
      people = QUICK_PEOPLE;
    }
    if (deadlines < 1 || deadlines > MOST || people < 1 || people > MOST / 10 || minutes < 1) {
      throw new IllegalArgumentException(
          "1 to 1,000,000 deadlines, 1 to 100,000 people, 1 minute or more");
    }
    if (grave < 1 || grave > deadlines) {
      throw new IllegalArgumentException("1 grave deadline or more, and no more than there are");
    }
    try (var passing =
        PassingStack.start("midnight", MidnightLoad::busy, ProgressListener.SILENT)) {
      measure(passing);
    }
    return 0;
  }

  /** What closes periods and freezes lists stands still, since forty days pass in one step. */
  private static StackOptions busy(StackOptions usual) {
    return PassingStack.tellingAtOnce(usual)
        .told("CASECLOCK_CLOSING_EVERY", "24h")
        .told("CASECLOCK_LISTS_EVERY", "24h")
        .only(Set.of(ServiceKind.MONITOR, ServiceKind.NOTIFICATION));
  }

  private void measure(PassingStack passing) throws Exception {
    var stack = passing.stack();
    var patience = new Patience(Duration.ofMinutes(minutes), LOOK_EVERY);
    var arrived = new Arrived(stack.postgres().superuser(PassingStack.DATABASE));
    var load = new Load(deadlines, people, stack.clock().now());
    try (var feed = new Feed(stack.kafka().bootstrapServers())) {
      feed.directory(load);
    }
    patience.await(() -> arrived.people() == people, "the directory was not taken in");
    fill(passing, arrived);
    System.out.printf(
        "%,d deadlines due at one instant, %,d of them grave, %,d people; %d processors, Java %s%n",
        deadlines,
        grave,
        people,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature());
    List<List<String>> rows = new ArrayList<>();
    var warned = reach(stack, arrived.nextAlarm());
    patience.await(() -> isDone(arrived, "warning"), "not all warnings arrived");
    rows.add(row("warnings", warned, AIM_OF_WARNINGS, arrived, "warning"));
    rows.add(graveRow("grave ones among them", warned, arrived, "warning"));
    var breached = reach(stack, warned.instant().plus(PAST));
    patience.await(
        () -> isDone(arrived, "breach") && isNoticed(arrived), "not all breaches arrived");
    rows.add(row("breaches, notices, ladders", breached, AIM_OF_BREACHES, arrived, "breach"));
    rows.add(graveRow("grave ones among them", breached, arrived, "breach"));
    report.table(
        "From the instant to the last inbox",
        List.of(
            "a second",
            "aim",
            "",
            "what",
            "seconds",
            "late: half of them, s",
            "95 of 100",
            "99 of 100",
            "the last"),
        rows);
    System.out.printf(
        "%nIn the inboxes: %,d messages for people. Memory at its peak:%s%n",
        arrived.inboxMessages(), memory(stack));
  }

  private void fill(PassingStack passing, Arrived arrived) throws SQLException {
    var stack = passing.stack();
    var monitor = stack.service(ServiceKind.MONITOR);
    monitor.stop();
    new DueCases(
            passing.schema(ServiceKind.MONITOR),
            ServiceKind.MONITOR.schema(),
            stack.clock().now().minus(Duration.ofDays(1)),
            number -> place(number % people))
        .fill(deadlines);
    var made = arrived.makeGrave(grave);
    if (made != grave) {
      throw new IllegalStateException(made + " of " + grave + " deadlines have an alarm");
    }
    monitor.start();
    monitor.awaitReady();
  }

  private static Place place(int person) {
    return new Place(Load.stationOfPerson(person), Load.officer(person));
  }

  /** The instant that the services see now, and when it came. */
  private record Reached(Instant instant, long nanos) {}

  private static Reached reach(LocalStack stack, Instant instant) {
    stack.clock().advance(Duration.between(stack.clock().now(), instant));
    return new Reached(instant, System.nanoTime());
  }

  private boolean isDone(Arrived arrived, String kind) {
    return arrived.messages(kind) >= deadlines && arrived.waiting() == 0;
  }

  private boolean isNoticed(Arrived arrived) {
    return arrived.notices() >= deadlines
        && arrived.ladders() >= deadlines
        && arrived.messages("notice") >= deadlines
        && arrived.waiting() == 0;
  }

  private List<String> row(String what, Reached reached, double aim, Arrived arrived, String kind) {
    var seconds = (System.nanoTime() - reached.nanos()) / 1e9;
    var rate = deadlines / seconds;
    List<String> cells =
        new ArrayList<>(
            List.of(
                "%,.0f".formatted(rate),
                "%,.0f".formatted(aim),
                rate >= aim ? "met" : "MISSED",
                what,
                "%,.1f".formatted(seconds)));
    cells.addAll(secondsLate(arrived, kind, SEVERITIES, reached));
    return cells;
  }

  private static List<String> graveRow(String what, Reached reached, Arrived arrived, String kind) {
    List<String> cells = new ArrayList<>(List.of("", "", "", what, ""));
    cells.addAll(secondsLate(arrived, kind, List.of(GRAVE), reached));
    return cells;
  }

  private static List<String> secondsLate(
      Arrived arrived, String kind, List<String> severities, Reached reached) {
    return arrived.millisLate(kind, severities, reached.instant()).stream()
        .map(millis -> "%,.1f".formatted(millis / 1000.0))
        .toList();
  }

  private static String memory(LocalStack stack) {
    var text = new StringBuilder();
    for (var service : stack.services()) {
      var pid = service.handle().orElseThrow().pid();
      text.append(" %s %,.0f MB".formatted(service.name(), PeakMemory.of(pid) / MEGA));
    }
    return text.toString();
  }
}
