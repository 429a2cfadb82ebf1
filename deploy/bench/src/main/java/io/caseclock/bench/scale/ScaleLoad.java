package io.caseclock.bench.scale;

import io.caseclock.bench.statistics.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench scale}. */
@Command(
    name = "scale",
    description =
        "Reckons how many processors a county, a city, a province and the country want on the first"
            + " working day after a long holiday, from the costs and the assumptions of"
            + " docs/scaling.md. It measures nothing but with --disk, and says the same each time.",
    mixinStandardHelpOptions = true)
final class ScaleLoad implements Callable<Integer> {

  private static final int MOST_STRETCHES = 4;
  private static final List<Integer> LIMITS = List.of(60, 300, 900, 3_600);

  @Option(
      names = "--site",
      defaultValue = "country",
      description =
          "whose day is told: county, city, province or country; ${DEFAULT-VALUE} where absent")
  String site = "";

  @Option(
      names = "--limit",
      defaultValue = "60",
      description = "after how many seconds an alarm is too late; ${DEFAULT-VALUE} where absent")
  int limit;

  @Option(
      names = "--document",
      hidden = true,
      defaultValue = "docs/scaling.md",
      description = "where the inputs stand")
  Path document = Path.of("docs");

  @Option(
      names = "--with",
      description = "an input of docs/scaling.md with another number, as missed=0.05; repeatable")
  Map<String, Double> others = Map.of();

  @Option(
      names = "--disk",
      paramLabel = "CASES",
      description = "instead, take in so many cases and tell what each event leaves on the disk")
  int casesOnDisk;

  private final PrintStream out;
  private final Report report;

  ScaleLoad(PrintStream out) {
    this.out = out;
    this.report = new Report(out);
  }

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new ScaleLoad(System.out)).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, SQLException {
    if (casesOnDisk > 0) {
      var cost = DiskCost.measured(casesOnDisk);
      out.printf(
          "%,d events: %.2f kB of disk each, in the monitor%n",
          cost.events(), cost.kilobytesAnEvent());
      return 0;
    }
    if (limit < 3 || limit > Site.DAY) {
      throw new IllegalArgumentException("3 seconds to a day");
    }
    var inputs = Inputs.of(document).with(others);
    report.table(
        "What comes, and the cores wanted so that nothing is later than %,d s".formatted(limit),
        List.of(
            "site",
            "events a year",
            "deadlines a year",
            "warnings at 08:30",
            "breaches at 24:00",
            "GB a year",
            "intake",
            "monitor, events",
            "monitor, alarms",
            "notification"),
        Inputs.SITES.stream().map(name -> sizing(new Site(name, inputs))).toList());
    day(new Site(site, inputs));
    return 0;
  }

  private List<String> sizing(Site one) {
    List<String> cells = new ArrayList<>();
    cells.add(one.name());
    cells.add(whole(one.eventsAYear()));
    cells.add(whole(one.deadlinesAYear()));
    cells.add(whole(atOnce(one, Kind.WARNING, Site.OFFICE_OPENS)));
    cells.add(whole(atOnce(one, Kind.BREACH, Site.DAY)));
    cells.add(whole(one.gigabytesAYear()));
    wanted(one.lineOfEvents(), limit).forEach(cores -> cells.add(whole(cores)));
    wanted(one.lineOfAlarms(), limit).forEach(cores -> cells.add(whole(cores)));
    return cells;
  }

  private static double atOnce(Site one, Kind kind, int second) {
    return one.alarms().stream()
        .filter(flow -> flow.kind() == kind)
        .mapToDouble(flow -> flow.at(second))
        .sum();
  }

  private void day(Site one) {
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> waits = new ArrayList<>();
    for (var line : List.of(one.lineOfEvents(), one.lineOfAlarms())) {
      var cores = wanted(line, limit);
      var courses = line.run(cores, watched(limit));
      for (var i = 0; i < courses.size(); i++) {
        rows.add(course(courses.get(i), cores.get(i)));
        waits.addAll(stretches(courses.get(i)));
      }
    }
    report.table(
        "The first working day after the holiday: " + one.name(),
        List.of("station", "cores", "came", "done", "left", "the last of it late, s"),
        rows);
    report.table(
        "When something waited there",
        List.of("station", "from", "at most", "at", "none any more at", "the last of it late, s"),
        waits);
    report.table(
        "The same day with other limits: " + one.name(),
        List.of("no alarm later than, s", "monitor, alarms", "notification"),
        LIMITS.stream().map(seconds -> atLimit(one, seconds)).toList());
  }

  private static List<String> course(Course one, int cores) {
    return List.of(
        one.name(),
        whole(cores),
        whole(one.in()),
        whole(one.out()),
        whole(one.left()),
        whole(one.latest()));
  }

  /** The longest queues, in their order. */
  private static List<List<String>> stretches(Course one) {
    var longest =
        one.stretches().stream()
            .sorted(Comparator.comparingDouble(Stretch::peak).reversed())
            .limit(MOST_STRETCHES)
            .toList();
    return one.stretches().stream()
        .filter(longest::contains)
        .map(
            stretch ->
                List.of(
                    one.name(),
                    clock(stretch.from()),
                    whole(stretch.peak()),
                    clock(stretch.peakAt()),
                    stretch.isOver() ? clock(stretch.until()) : "never",
                    whole(stretch.latest())))
        .toList();
  }

  private static List<String> atLimit(Site one, int seconds) {
    var cores = wanted(one.lineOfAlarms(), seconds);
    return List.of(whole(seconds), whole(cores.getFirst()), whole(cores.getLast()));
  }

  private static List<Integer> wanted(Line line, int longest) {
    return new CoresWanted(line, watched(longest), longest).fewest();
  }

  /** Until the last that came could be too late. */
  private static int watched(int longest) {
    return Site.DAY + longest + 2;
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  /** Hours beyond 24 are those of the next day. */
  private static String clock(int second) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", second / 3_600, second / 60 % 60, second % 60);
  }
}
