package io.caseclock.bench.intake;

import io.caseclock.bench.stack.PassingStack;
import io.caseclock.bench.statistics.Rates;
import io.caseclock.bench.statistics.Report;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench intake}. */
@Command(
    name = "intake",
    description =
        "Posts events to intake, one by one and in batches, and inserts rows of the same bytes into"
            + " the same PostgreSQL by as many connections, in turn.",
    mixinStandardHelpOptions = true)
final class IntakeLoad implements Callable<Integer> {

  private static final int SYSTEMS = 64;
  private static final int QUICK_ROUNDS = 2;
  private static final int QUICK_SHARE = 4;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "how often each way is measured; ${DEFAULT-VALUE} where absent")
  int rounds;

  @Option(names = "--quick", description = "a quarter of the events, and 2 rounds")
  boolean isQuick;

  private IntakeLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new IntakeLoad()).execute(arguments));
  }

  /**
   * A way in which events come.
   *
   * @param systems how many accounts they have together
   * @param callers how many send at the same time
   * @param events in each request
   * @param requests of one round
   * @param aim what share of the plain inserts is to be reached; zero where none is set
   */
  private record Way(int systems, int callers, int events, int requests, double aim) {

    static final List<Way> ALL =
        List.of(
            new Way(1, 1, 1, 400, 0),
            new Way(8, 8, 1, 2_000, 0),
            new Way(1, SYSTEMS, 1, 3_000, 0),
            new Way(SYSTEMS, SYSTEMS, 1, 6_000, 0.6),
            new Way(4, 4, 100, 200, 0.5),
            new Way(4, 4, 1_000, 20, 0.5));

    String name() {
      var what = events == 1 ? "single events" : "batches of %,d".formatted(events);
      return systems == callers
          ? "%s, %d callers".formatted(what, callers)
          : "%s, %d callers of %d system".formatted(what, callers, systems);
    }

    /** The system of a caller. */
    int system(int caller) {
      return caller % systems;
    }
  }

  @Override
  public Integer call() throws Exception {
    if (rounds < 1 || rounds > 100) {
      throw new IllegalArgumentException("1 to 100 rounds");
    }
    try (var passing =
        PassingStack.start(
            "intake",
            usual -> Intake.unlimited(usual).only(Set.of(ServiceKind.INTAKE)),
            ProgressListener.SILENT)) {
      measure(passing.stack());
    }
    return 0;
  }

  private void measure(LocalStack stack) throws Exception {
    var now = stack.clock().now();
    var intake = new Intake(stack.intakeUrl());
    for (var unit : Sent.directory(SYSTEMS, now)) {
      intake.one(unit, stack.token(LocalRole.ADMINISTRATOR));
    }
    var tokens =
        IntStream.range(0, SYSTEMS)
            .mapToObj(n -> stack.token(LocalRole.PRECINCT_SYSTEM, Sent.station(n), null))
            .toList();
    var events = new Sent("0", now);
    var plain =
        new PlainRows(stack.postgres().superuser(PassingStack.DATABASE), new Sent("1", now));
    plain.create();
    List<List<String>> rows = new ArrayList<>();
    for (var way : Way.ALL) {
      rows.add(row(way, intake, tokens, events, plain));
    }
    new Report(System.out)
        .table(
            "Events a second, beside rows of the same bytes",
            List.of(
                "share", "aim", "", "way", "intake", "slowest", "fastest", "plain", "slowest",
                "fastest", "rounds"),
            rows);
  }

  private List<String> row(
      Way way, Intake intake, List<String> tokens, Sent events, PlainRows plain) throws Exception {
    var callers = new Callers(way.callers());
    var requests = isQuick ? Math.ceilDiv(way.requests(), QUICK_SHARE) : way.requests();
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (var round = 0; round <= (isQuick ? QUICK_ROUNDS : rounds); round++) {
      var posted =
          callers.perSecond(
              requests,
              n ->
                  way.events() == 1
                      ? () ->
                          intake.one(
                              events.next(Sent.station(way.system(n))), tokens.get(way.system(n)))
                      : () ->
                          intake.batch(
                              events.next(Sent.station(way.system(n)), way.events()),
                              way.events(),
                              tokens.get(way.system(n))));
      var inserted =
          callers.perSecond(requests, n -> plain.inserting(Sent.station(n), way.events()));
      if (round > 0) { // the first one warms up
        ours.add(posted * way.events());
        theirs.add(inserted * way.events());
      }
    }
    return cells(way, new Rates("intake", ours), new Rates("plain", theirs));
  }

  private static List<String> cells(Way way, Rates ours, Rates theirs) {
    var share = ours.timesAsFastAs(theirs);
    return List.of(
        "%.2f".formatted(share),
        way.aim() == 0 ? "" : "%.1f".formatted(way.aim()),
        way.aim() == 0 ? "" : share >= way.aim() ? "met" : "MISSED",
        way.name(),
        Rates.whole(ours.median()),
        Rates.whole(ours.slowest()),
        Rates.whole(ours.fastest()),
        Rates.whole(theirs.median()),
        Rates.whole(theirs.slowest()),
        Rates.whole(theirs.fastest()),
        Integer.toString(ours.each().size()));
  }
}
