package io.caseclock.bench.console;

import io.caseclock.bench.statistics.Bureau;
import io.caseclock.bench.statistics.Report;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench console}. */
@Command(
    name = "console",
    description =
        "Starts the whole suite with a large bureau in it, visits every page of the console as a"
            + " supervisor, as an officer and as an administrator, and prints how long each took"
            + " beside its aim.",
    mixinStandardHelpOptions = true)
final class ConsoleLoad implements Callable<Integer> {

  private static final int CASE_HAS_DEADLINES = 10;
  private static final int UNITS = 500;
  private static final int QUICK_DEADLINES = 100_000;
  private static final int QUICK_ROUNDS = 10;
  private static final Pattern LINK = Pattern.compile("<li><a href=\"(/[^\"?#]*)\"");

  @Option(
      names = "--deadlines",
      defaultValue = "1000000",
      description = "how many deadlines, ten a case, in 500 units; ${DEFAULT-VALUE} where absent")
  int deadlines;

  @Option(
      names = "--rounds",
      defaultValue = "30",
      description = "how often each page is visited; ${DEFAULT-VALUE} where absent")
  int rounds;

  @Option(names = "--quick", description = "100,000 deadlines and 10 rounds, whatever else is said")
  boolean isQuick;

  @Option(
      names = "--minutes",
      defaultValue = "30",
      description = "how long the rounds may take; ${DEFAULT-VALUE} where absent")
  int minutes;

  @Option(
      names = "--stay",
      description = "Leave everything running after the report, until Ctrl-C, to look around.")
  boolean isToStay;

  private final ConsoleReport report = new ConsoleReport(new Report(System.out));

  private ConsoleLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new ConsoleLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (isQuick) {
      deadlines = QUICK_DEADLINES;
      rounds = QUICK_ROUNDS;
    }
    if (deadlines < CASE_HAS_DEADLINES || deadlines > 10_000_000) {
      throw new IllegalArgumentException("10 to 10,000,000 deadlines");
    }
    if (rounds < 1 || rounds > 1_000 || minutes < 1 || minutes > 600) {
      throw new IllegalArgumentException("1 to 1,000 rounds, 1 to 600 minutes");
    }
    try (var installation = Installation.start()) {
      measure(installation);
    }
    return 0;
  }

  private void measure(Installation installation) throws Exception {
    var pack = PackReader.require(PackFiles.shipped("cn-public-security"));
    var bureau = bureau(pack, installation);
    System.out.printf(
        "%,d deadlines of %,d cases in %,d units beside the sample; %d processors%n",
        bureau.deadlines(),
        bureau.cases(),
        bureau.units(),
        Runtime.getRuntime().availableProcessors());
    installation.fill(bureau, pack);
    Values values;
    try (var connection = installation.connection()) {
      values = Values.of(pack, bureau, connection);
    }
    visit(installation, values);
    if (isToStay) {
      stay(installation);
    }
  }

  private Bureau bureau(Pack pack, Installation installation) {
    var today = LocalDate.ofInstant(installation.stack().clock().now(), pack.zone());
    return new Bureau(deadlines, deadlines / CASE_HAS_DEADLINES, UNITS, today, pack.zone());
  }

  private void visit(Installation installation, Values values) throws Exception {
    Map<Visitor, Browser> browsers = new EnumMap<>(Visitor.class);
    for (var visitor : Visitor.values()) {
      var password = visitor.password(installation.stack().secrets());
      var browser = new Browser(installation.stack().consoleUrl());
      browsers.put(visitor, browser.signedIn(visitor.account(), password));
    }
    var measured = new Rounds(browsers, values);
    var planned = PlannedPage.all();
    measured.first(planned);
    var done = measured.further(rounds, Duration.ofMinutes(minutes));
    System.out.printf("%n%d rounds, each page once a round%n", done);
    report.pages(measured.visited());
    for (var visitor : browsers.entrySet()) {
      if (measured.hasShown("/", visitor.getKey())) {
        var first = new FirstPage(visitor.getValue());
        for (var round = 0; round < done; round++) {
          first.load();
        }
        report.firstPage(visitor.getKey(), first);
      }
      report.skipped(unknown(visitor.getValue(), visitor.getKey(), planned));
    }
    report.skipped(measured.skipped());
    browsers.values().forEach(Browser::close);
  }

  /** Pages that the navigation leads to and nobody measures. */
  private static List<String> unknown(Browser browser, Visitor visitor, List<PlannedPage> planned)
      throws IOException, InterruptedException {
    Set<String> known =
        planned.stream()
            .filter(page -> page.visitor() == visitor)
            .map(PlannedPage::place)
            .collect(Collectors.toSet());
    return LINK.matcher(browser.get("/").text())
        .results()
        .map(link -> link.group(1))
        .filter(path -> !known.contains(path))
        .distinct()
        .map(path -> path + ": of the navigation of " + visitor.account() + ", in no list")
        .toList();
  }

  private static void stay(Installation installation) throws InterruptedException {
    System.out.printf(
        "%nConsole %s, monitor %s, PostgreSQL on port %d; everything lies in %s. Ctrl-C stops"
            + " it.%n",
        installation.stack().consoleUrl(),
        installation.stack().monitorUrl(),
        installation.stack().postgres().port(),
        installation.stack().options().directory().path());
    new CountDownLatch(1).await();
  }
}
