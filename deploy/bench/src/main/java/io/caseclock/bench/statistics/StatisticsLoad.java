package io.caseclock.bench.statistics;

import io.caseclock.monitor.jdbc.JdbcRollUps;
import io.caseclock.monitor.jdbc.JdbcStatistics;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.statistics.CountSafeDays;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.DeadlineStatistics.Later;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Indicators;
import io.caseclock.monitor.statistics.ReportPeriod;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench statistics}. */
@Command(
    name = "statistics",
    description =
        "Fills a database with a year of deadlines, asks for the numbers as the monitor does, and"
            + " prints how long each call took beside its aim.",
    mixinStandardHelpOptions = true)
final class StatisticsLoad implements Callable<Integer> {

  private static final int PAIRS = 4;
  private static final int QUICK_PAIRS = 1;

  @Option(
      names = "--deadlines",
      defaultValue = "1000000",
      description = "how many deadlines; ${DEFAULT-VALUE} where absent")
  int deadlines;

  @Option(
      names = "--cases",
      defaultValue = "100000",
      description = "of how many cases; ${DEFAULT-VALUE} where absent")
  int cases;

  @Option(
      names = "--units",
      defaultValue = "500",
      description = "in how many units, in three levels; ${DEFAULT-VALUE} where absent")
  int units;

  @Option(
      names = "--rounds",
      defaultValue = "20",
      description = "how often each call is made; ${DEFAULT-VALUE} where absent")
  int rounds;

  @Option(
      names = "--today",
      defaultValue = "2026-11-25",
      description = "the day around which the year lies; ${DEFAULT-VALUE} where absent")
  LocalDate today = LocalDate.EPOCH;

  @Option(names = "--quick", description = "20,000 deadlines of 2,000 cases in 100 units, 3 rounds")
  boolean isQuick;

  private final Report report = new Report(System.out);

  private StatisticsLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new StatisticsLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (isQuick) {
      deadlines = 20_000;
      cases = 2_000;
      units = 100;
      rounds = 3;
    }
    var law = new Law(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
    var bureau = new Bureau(deadlines, cases, units, today, law.zone());
    if (rounds < 1 || rounds > 10_000) {
      throw new IllegalArgumentException("1 to 10,000 rounds");
    }
    System.out.printf(
        "%,d deadlines of %,d cases in %,d units; %d processors%n",
        deadlines, cases, units, Runtime.getRuntime().availableProcessors());
    try (var database = new BenchDatabase().migrated();
        var connection = database.connection()) {
      fill(bureau, law, connection);
      measure(bureau, law, connection);
    }
    return 0;
  }

  private static void fill(Bureau bureau, Law law, HeldConnection connection) throws Exception {
    var population = new Population(bureau, law.packs().getFirst().pack());
    System.out.printf(
        "filled in %.0f s%n", seconds(Timings.nanosOf(() -> population.fill(connection))));
    var rollUps = new JdbcRollUps(connection);
    System.out.printf(
        "roll-ups rebuilt in %.1f s%n",
        seconds(Timings.nanosOf(() -> rollUps.rebuild(bureau.now()))));
    Population.vacuum(connection);
  }

  private void measure(Bureau bureau, Law law, HeldConnection connection) throws Exception {
    var statistics = new JdbcStatistics(connection, HiddenCases.NONE);
    var groupings = new GroupingTimes(bureau, statistics, rounds);
    groupings.measure();
    report.table(
        "Statistics, 95th percentile of %d rounds in ms, aim %s"
            .formatted(rounds, Report.millis(Report.AIM_MILLIS)),
        List.of(
            "by",
            "span",
            "now, root",
            "now, sub-bureau",
            "now, station",
            "then, root",
            "then, sub-bureau",
            "then, station"),
        groupings.rows());
    List<List<String>> calls = new ArrayList<>();
    calls.add(Report.call("statistics, all of the above", groupings.all(), Report.AIM_MILLIS));
    for (var level : Bureau.Level.values()) {
      var name = level.text();
      calls.add(
          Report.call(
              "corrections of a month, first page, " + name,
              corrections(bureau, statistics, level),
              Report.AIM_MILLIS));
      calls.add(
          Report.call(
              "safe days, " + name, safeDays(bureau, statistics, level), Report.AIM_MILLIS));
      calls.add(
          Report.call(
              "all indicators of a month with their trend, " + name,
              indicators(bureau, law, statistics, level),
              Report.AIM_MILLIS));
    }
    report.table("Each call", Report.CALLS, calls);
    var without = new WithoutRollUps(bureau, statistics, connection);
    without.measure();
    report.table(
        "The same with and without roll-ups, in turn", WithoutRollUps.HEAD, without.rows());
    month(new MonthOfAllUnits(bureau, law, statistics, connection));
    Population.correctMuchAtOnce(connection, bureau);
    memory(bureau, statistics);
    takeIn(new TakeInCost(bureau, law, connection).measure(isQuick ? QUICK_PAIRS : PAIRS));
  }

  private Timings corrections(Bureau bureau, DeadlineStatistics statistics, Bureau.Level level)
      throws Exception {
    var random = new Random(3);
    List<Long> nanos = new ArrayList<>();
    for (var round = 0; round <= rounds; round++) {
      var unit = bureau.any(level, random);
      var span = Spans.MONTH.any(bureau.today(), random);
      nanos.add(
          Timings.nanosOf(() -> statistics.corrections(new Later(unit, span, null), null, 51)));
    }
    return new Timings(nanos.subList(1, nanos.size()));
  }

  private Timings safeDays(Bureau bureau, DeadlineStatistics statistics, Bureau.Level level)
      throws Exception {
    var random = new Random(5);
    var now = new Today(bureau.now(), bureau.today(), bureau.today());
    var safeDays = new CountSafeDays(statistics);
    List<Long> nanos = new ArrayList<>();
    for (var round = 0; round <= rounds; round++) {
      var unit = bureau.any(level, random);
      nanos.add(Timings.nanosOf(() -> safeDays.of(unit, now)));
    }
    return new Timings(nanos.subList(1, nanos.size()));
  }

  private Timings indicators(
      Bureau bureau, Law law, DeadlineStatistics statistics, Bureau.Level level) throws Exception {
    var random = new Random(7);
    var now = new Today(bureau.now(), bureau.today(), bureau.today());
    var indicators = new Indicators(statistics, law);
    List<Long> nanos = new ArrayList<>();
    for (var round = 0; round <= rounds; round++) {
      var unit = bureau.any(level, random);
      var month = ReportPeriod.holding(Grouping.MONTH, bureau.today()).earlierBy(round % 3);
      nanos.add(Timings.nanosOf(() -> indicators.of(unit, month, now)));
    }
    return new Timings(nanos.subList(1, nanos.size()));
  }

  private static void month(MonthOfAllUnits month) throws Exception {
    var started = System.nanoTime();
    var told = month.close();
    System.out.printf(
        "%nThe month before, closed for %,d units in %.1f s; aim: 60 s%n",
        told, seconds(System.nanoTime() - started));
  }

  private static void memory(Bureau bureau, DeadlineStatistics statistics) throws Exception {
    var months = new Span(bureau.today().minusDays(364), bureau.today().minusDays(2));
    var read = new FlatMemory(statistics).measure(months, OutputStream.nullOutputStream());
    System.out.printf(
        "%nCorrections as a table: %,d rows in %.1f s; living heap %.1f MB before,"
            + " %s MB after each 20,000 rows, %.1f MB after; aim: flat%n",
        read.rows(),
        read.seconds(),
        read.before(),
        read.during().stream().map("%.1f"::formatted).collect(Collectors.joining(", ")),
        read.after());
  }

  private static void takeIn(TakeInCost.Result cost) {
    System.out.printf(
        "%nTaking in events costs %.2f times as much with the statistics: %,.0f events a second"
            + " with, %,.0f without (medians of %d rounds of %,d events in turn; with %s, without"
            + " %s)%n",
        cost.ratio(),
        TakeInCost.Result.median(cost.with()),
        TakeInCost.Result.median(cost.without()),
        cost.with().size(),
        cost.events(),
        rates(cost.with()),
        rates(cost.without()));
    System.out.printf(
        "Adding up: %,d changes in %.2f s, %,.0f a second%n",
        cost.changes(), cost.secondsToAddUp(), cost.changes() / cost.secondsToAddUp());
  }

  private static String rates(List<Double> rates) {
    return rates.stream().map("%,.0f"::formatted).collect(Collectors.joining(" "));
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
