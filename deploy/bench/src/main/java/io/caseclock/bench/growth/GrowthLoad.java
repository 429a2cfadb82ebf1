package io.caseclock.bench.growth;

import io.caseclock.bench.open.OpenDeadlines;
import io.caseclock.bench.statistics.BenchDatabase;
import io.caseclock.bench.statistics.Bureau;
import io.caseclock.bench.statistics.HeldConnection;
import io.caseclock.bench.statistics.Population;
import io.caseclock.bench.statistics.Rates;
import io.caseclock.bench.statistics.Report;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench growth}. */
@Command(
    name = "growth",
    description =
        "Measures what an event, a sweep and the main questions cost while ever more deadlines are"
            + " open in one database, and what one case costs that grows without end.",
    mixinStandardHelpOptions = true)
final class GrowthLoad implements Callable<Integer> {

  private static final int SMALLEST = 10_000;
  private static final int QUICK_SMALLEST = 2_000;
  private static final int QUICK_MOST = 20_000;
  private static final int QUICK_ROUNDS = 3;
  private static final int QUICK_MASS = 1_000;
  private static final int TENFOLD = 10;
  private static final int UNITS = 500;
  private static final double AIM = 1.3;
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  @Option(
      names = "--most",
      defaultValue = "1000000",
      description =
          "how many deadlines are open in the end, from 10,000 on tenfold each time;"
              + " ${DEFAULT-VALUE} where absent")
  int most;

  @Option(
      names = "--rounds",
      defaultValue = "9",
      description = "how often each is measured at each size; ${DEFAULT-VALUE} where absent")
  int rounds;

  @Option(
      names = "--mass",
      defaultValue = "20000",
      description =
          "how many events the one case has in the end, from 10 on tenfold each time;"
              + " ${DEFAULT-VALUE} where absent, which is more than is evaluated")
  int mass;

  @Option(
      names = "--quick",
      description = "2,000 and 20,000 open deadlines, one case of up to 1,000 events, 3 rounds")
  boolean isQuick;

  private final Report report = new Report(System.out);
  private int smallest = SMALLEST;

  private GrowthLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new GrowthLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (isQuick) {
      smallest = QUICK_SMALLEST;
      most = QUICK_MOST;
      rounds = QUICK_ROUNDS;
      mass = QUICK_MASS;
    }
    if (most < smallest || most > 10_000_000 || rounds < 1 || rounds > 1_000) {
      throw new IllegalArgumentException("10,000 to 10,000,000 open deadlines, 1 to 1,000 rounds");
    }
    if (mass < TENFOLD || mass > 100_000) {
      throw new IllegalArgumentException("10 to 100,000 events of the one case");
    }
    var law = new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
    var bureau = new Bureau(1, 1, UNITS, TODAY, law.zone());
    System.out.printf(
        "%,d to %,d open deadlines in %,d units; %d processors, Java %s%n",
        smallest,
        most,
        UNITS,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature());
    try (var database = new BenchDatabase().migrated();
        var connection = database.connection()) {
      new Population(bureau, law.packs().getFirst().pack()).fillDirectory(connection);
      grow(connection, law, bureau);
      oneCase(new MassCase(connection, law));
    }
    return 0;
  }

  private void grow(HeldConnection database, Law law, Bureau bureau) throws Exception {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    List<String> sizes = new ArrayList<>();
    var event = new EventCost(database, law, bureau);
    var onDisk = event.kilobytesOfACase(rounds);
    var open = new OpenDeadlines(database, law, bureau.now());
    for (var size : tenfold(smallest, most)) {
      var filled = Timings.nanosOf(() -> open.growTo(size)) / 1e9;
      System.out.printf("  %,d open of %,d cases, filled in %.0f s%n", size, open.cases(), filled);
      sizes.add("at %,d".formatted(size));
      measure(costs, event, new SweepCost(database, law, bureau.now()), database, bureau);
    }
    List<String> head = new ArrayList<>(List.of("largest to smallest", "aim", "", "what"));
    head.addAll(sizes);
    report.table(
        "Median of %d rounds, cheapest and dearest in brackets".formatted(rounds),
        head,
        costs.entrySet().stream().map(cost -> row(cost.getKey(), cost.getValue())).toList());
    System.out.printf("%nA case of twenty events: %,.1f kB on the disk%n", onDisk);
  }

  private void measure(
      Map<String, List<Cost>> costs,
      EventCost event,
      SweepCost sweep,
      HeldConnection database,
      Bureau bureau)
      throws Exception {
    var taken = event.measure(rounds);
    add(costs, "to take in an event, ms", taken.millis());
    add(costs, "statements of an event", taken.statements());
    add(costs, "log of an event, kB", taken.loggedKilobytes());
    var swept = sweep.measure(rounds);
    add(costs, "a sweep that finds nothing, ms", swept.idle());
    add(costs, "a breach that is told, ms", swept.each());
    new MainQueries(bureau, database)
        .measure(rounds)
        .forEach((name, cost) -> add(costs, name + ", ms", cost));
  }

  private static void add(Map<String, List<Cost>> costs, String name, Cost cost) {
    costs.computeIfAbsent(name, any -> new ArrayList<>()).add(cost);
  }

  /** From the first on, each ten times the one before, and the last. */
  private static List<Integer> tenfold(int first, int last) {
    List<Integer> sizes = new ArrayList<>();
    for (var size = first; size < last; size *= TENFOLD) {
      sizes.add(size);
    }
    sizes.add(last);
    return sizes;
  }

  private static List<String> row(String name, List<Cost> costs) {
    var ratio = costs.getLast().median() / costs.getFirst().median();
    List<String> row =
        new ArrayList<>(
            List.of(
                "%.2f".formatted(ratio),
                "%.1f".formatted(AIM),
                ratio <= AIM ? "met" : "MISSED",
                name));
    costs.forEach(cost -> row.add(cost.text()));
    return row;
  }

  private void oneCase(MassCase one) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (var size : tenfold(TENFOLD, mass)) {
      var evaluated = one.growTo(size);
      rows.add(
          List.of(
              "%,d".formatted(size),
              one.further(rounds).text(),
              evaluated ? "evaluated" : "set aside"));
    }
    report.table(
        "One further event of one case, ms", List.of("events before", "an event", ""), rows);
    List<Double> alone = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    for (var round = 0; round <= rounds; round++) {
      var without = one.others(false);
      var with = one.others(true);
      if (round > 0) { // the first one warms up
        alone.add(without);
        beside.add(with);
      }
    }
    one.remove();
    var others = new Rates("alone", alone);
    var slowed = new Rates("beside it", beside);
    report.table(
        "Events of other cases each second, in turn, without it and with one of its events in each"
            + " batch of 100",
        List.of("times as fast without", "side", "median", "slowest", "fastest", "rounds"),
        List.of(rates(others, slowed), rates(slowed, slowed)));
  }

  private static List<String> rates(Rates side, Rates slowed) {
    return List.of(
        Rates.times(side.timesAsFastAs(slowed)),
        side.side(),
        Rates.whole(side.median()),
        Rates.whole(side.slowest()),
        Rates.whole(side.fastest()),
        Integer.toString(side.each().size()));
  }
}
