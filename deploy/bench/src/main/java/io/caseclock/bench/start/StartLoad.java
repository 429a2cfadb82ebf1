package io.caseclock.bench.start;

import io.caseclock.bench.start.Starts.Start;
import io.caseclock.bench.statistics.Report;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.StackOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench start}. */
@Command(
    name = "start",
    description =
        "Starts the local stack again and again, with nothing there and with what the time before"
            + " left, and measures how long it takes to be ready and how much memory it holds.",
    mixinStandardHelpOptions = true)
final class StartLoad implements Callable<Integer> {

  private static final double AIM_SECONDS = 8;
  private static final double AIM_MEBI = 600;
  private static final double MEBI = 1024.0 * 1024;
  private static final String USUAL = "as it is";

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "how often it is begun with nothing; ${DEFAULT-VALUE} where absent")
  int rounds;

  @Option(
      names = "--again",
      defaultValue = "3",
      description = "how often it is started after that; ${DEFAULT-VALUE} where absent")
  int again;

  @Option(
      names = "--jvm",
      description =
          "options of the services' JVMs to try in turn with none, such as --jvm=-Xmx128m; they"
              + " overrule those of the local stack. May be given more than once.")
  List<String> jvm = new ArrayList<>();

  @Option(
      names = "--without-archive",
      description = "also try in turn without the archive of classes that the stack keeps")
  boolean isAlsoWithoutArchive;

  @Option(names = "--quick", description = "1 round, started once more")
  boolean isQuick;

  private final Report report = new Report(System.out);

  private StartLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new StartLoad()).execute(arguments));
  }

  /** The starts of one way: those with nothing there, and those after. */
  private record Measured(List<Start> first, List<Start> later) {
    Measured() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(List<Start> starts) {
      first.add(starts.getFirst());
      later.addAll(starts.subList(1, starts.size()));
    }
  }

  @Override
  public Integer call() throws Exception {
    if (isQuick) {
      rounds = 1;
      again = 1;
    }
    if (rounds < 1 || rounds > 100 || again < 1 || again > 100) {
      throw new IllegalArgumentException("1 to 100 rounds, started 1 to 100 times more");
    }
    System.out.printf(
        "The local stack without its sample; %d processors, Java %s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (var round = 0; round < rounds; round++) {
      for (var way : ways().entrySet()) {
        measured
            .computeIfAbsent(way.getKey(), any -> new Measured())
            .add(new Starts(way.getValue()).run(1 + again));
      }
    }
    times(measured);
    measured.forEach(this::memory);
    return 0;
  }

  private Map<String, UnaryOperator<StackOptions>> ways() {
    Map<String, UnaryOperator<StackOptions>> ways = new LinkedHashMap<>();
    ways.put(USUAL, StackOptions::withClassArchives);
    if (isAlsoWithoutArchive) {
      ways.put("without an archive of classes", usual -> usual);
    }
    jvm.forEach(
        options ->
            ways.put(options, usual -> usual.withClassArchives().told("_JAVA_OPTIONS", options)));
    return ways;
  }

  private void times(Map<String, Measured> measured) {
    var steps =
        measured.values().stream()
            .flatMap(way -> way.later().stream())
            .flatMap(start -> start.steps().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> head =
        new ArrayList<>(
            List.of("s until ready", "aim", "", "which", "services", "fastest", "slowest"));
    head.addAll(steps);
    head.addAll(List.of("to stop", "starts"));
    List<List<String>> rows = new ArrayList<>();
    measured.forEach(
        (way, starts) -> {
          rows.add(row("with nothing there", way, starts.first(), steps, false));
          rows.add(row("with what was left", way, starts.later(), steps, true));
        });
    report.table("Medians, in seconds; services from when the servers are ready", head, rows);
  }

  private static List<String> row(
      String which, String way, List<Start> starts, Set<String> steps, boolean isJudged) {
    var seconds = sorted(starts, Start::seconds);
    var median = seconds.get(seconds.size() / 2);
    List<String> row =
        new ArrayList<>(
            List.of(
                "%.1f".formatted(median),
                isJudged ? "%.0f".formatted(AIM_SECONDS) : "",
                !isJudged ? "" : median < AIM_SECONDS ? "met" : "MISSED",
                which,
                way,
                "%.1f".formatted(seconds.getFirst()),
                "%.1f".formatted(seconds.getLast())));
    steps.forEach(
        step ->
            row.add(
                "%.1f".formatted(median(starts, each -> each.steps().getOrDefault(step, 0.0)))));
    row.add("%.1f".formatted(median(starts, Start::stopped)));
    row.add(Integer.toString(starts.size()));
    return row;
  }

  private void memory(String way, Measured starts) {
    var services =
        Stream.of(ServiceKind.values()).map(ServiceKind::schema).collect(Collectors.toSet());
    var names = starts.later().getFirst().memory().keySet();
    List<List<String>> rows = new ArrayList<>();
    rows.add(held("the three services", starts.later(), services, true));
    rows.add(held("all of it", starts.later(), names, false));
    names.stream()
        .sorted()
        .map(name -> held(name, starts.later(), Set.of(name), false))
        .forEach(rows::add);
    report.table(
        "Memory five seconds later, %s, in MiB".formatted(way),
        List.of("resident", "aim", "", "of", "in proportion", "starts"),
        rows);
  }

  private static List<String> held(
      String what, List<Start> starts, Set<String> names, boolean isJudged) {
    var resident = median(starts, start -> sum(start, names).resident() / MEBI);
    return List.of(
        "%,.0f".formatted(resident),
        isJudged ? "%,.0f".formatted(AIM_MEBI) : "",
        !isJudged ? "" : resident < AIM_MEBI ? "met" : "MISSED",
        what,
        "%,.0f".formatted(median(starts, start -> sum(start, names).proportional() / MEBI)),
        Integer.toString(starts.size()));
  }

  private static HeldMemory sum(Start start, Set<String> names) {
    return start.memory().entrySet().stream()
        .filter(process -> names.contains(process.getKey()))
        .map(Map.Entry::getValue)
        .reduce(new HeldMemory(0, 0), HeldMemory::plus);
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> what) {
    return sorted(starts, what).get(starts.size() / 2);
  }

  private static List<Double> sorted(List<Start> starts, ToDoubleFunction<Start> what) {
    return starts.stream().mapToDouble(what).sorted().boxed().toList();
  }
}
