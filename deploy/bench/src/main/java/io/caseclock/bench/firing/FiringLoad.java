package io.caseclock.bench.firing;

import io.caseclock.bench.firing.Sweeper.Stage;
import io.caseclock.bench.statistics.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./caseclock bench firing}. */
@Command(
    name = "firing",
    description =
        "Makes many deadlines due at once and fires them, as the monitor does and as schedulers of"
            + " jobs do, in turn on one PostgreSQL; then kills the process that fires, again and"
            + " again, and counts what was lost and what was told twice.",
    mixinStandardHelpOptions = true)
final class FiringLoad implements Callable<Integer> {

  private static final int MOST = 1_000_000;
  private static final int MOST_ROUNDS = 1_000;
  private static final int MOST_SECONDS = 3_600;

  /** Ours, and what it is measured by. */
  private static final List<Kind> KILLED =
      List.of(Kind.WARNINGS, Kind.BREACHES, Kind.DB_SCHEDULER_LOCK);

  @Option(
      names = "--deadlines",
      defaultValue = "50000",
      description = "how many are due at once; ${DEFAULT-VALUE} where absent")
  int deadlines;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "how often each side fires; ${DEFAULT-VALUE} where absent")
  int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description =
          "how long one side may fire in a round; one that is not done then counts with what it"
              + " fired; ${DEFAULT-VALUE} where absent")
  int seconds;

  @Option(
      names = "--kills",
      defaultValue = "20",
      description =
          "how often the process that fires is killed, of each of three sides;"
              + " ${DEFAULT-VALUE} where absent")
  int kills;

  @Option(
      names = "--kill-deadlines",
      defaultValue = "10000",
      description = "how many are due at each kill; ${DEFAULT-VALUE} where absent")
  int killDeadlines;

  @Option(names = "--quick", description = "5,000 deadlines, 2 rounds, 3 seconds, no kills")
  boolean isQuick;

  private final Report report = new Report(System.out);

  private FiringLoad() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Logger.getLogger("").setLevel(Level.OFF);
    System.exit(new CommandLine(new FiringLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (isQuick) {
      deadlines = 5_000;
      rounds = 2;
      seconds = 3;
      kills = 0;
      killDeadlines = 5_000;
    }
    require();
    try (var database = FiringDatabase.migrated();
        var pool = database.pool()) {
      System.out.printf(
          "%,d deadlines due at once, in as many cases of %d events each; %d processors, Java %s%n",
          deadlines,
          DueCases.events(),
          Runtime.getRuntime().availableProcessors(),
          Runtime.version().feature());
      System.out.println("PostgreSQL: " + String.join(", ", FiringDatabase.settings(pool)));
      new DueCases(pool).fill(deadlines);
      var sides = sides(pool);
      if (rounds > 0) {
        compare(pool, sides);
      }
      if (kills > 0) {
        kill(new Kills(database, pool, Math.min(killDeadlines, deadlines)));
      }
      System.out.println();
      System.out.print(Notes.TEXT);
    }
    return 0;
  }

  private void require() {
    if (deadlines < 1 || deadlines > MOST || killDeadlines < 1) {
      throw new IllegalArgumentException("1 to 1,000,000 deadlines");
    }
    if (rounds < 0 || rounds > MOST_ROUNDS || kills < 0 || kills > MOST_ROUNDS) {
      throw new IllegalArgumentException("0 to 1,000 rounds and kills");
    }
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException("1 to 3,600 seconds");
    }
  }

  private void compare(DataSource pool, List<Side> sides) throws Exception {
    var trials = new Trials(pool, sides, deadlines, Duration.ofSeconds(seconds));
    trials.warmUp();
    var rates = trials.run(rounds);
    var comparison = new Comparison(rates.get(0), rates.get(1), rates.subList(2, rates.size()));
    report.table("Deadlines fired a second", Comparison.HEAD, comparison.rows());
    report.table("The aims", Comparison.AIMS, comparison.aims());
  }

  private void kill(Kills trial) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (var kind : KILLED) {
      var outcome = trial.of(kind, kills);
      System.out.printf("  %d kills of %s: %s%n", kills, outcome.side(), outcome.tally());
      rows.add(outcome.row());
    }
    report.table("kill -9 of the process that fires; the aim: 0 and 0", Kills.HEAD, rows);
  }

  /** All sides with their tables, ours first. */
  private List<Side> sides(DataSource pool) throws Exception {
    var warnings = new Sweeper(pool, Stage.WARNING);
    warnings.setUp();
    probe(pool, new Sweeper(pool, Stage.BREACH));
    probe(pool, warnings);
    OutboxRows.keepModel(pool);
    warnings.makeDue(deadlines);
    List<Side> sides = new ArrayList<>();
    for (var kind : Kind.values()) {
      var side = kind.on(pool, deadlines);
      side.setUp();
      sides.add(side);
    }
    return sides;
  }

  /** One batch of a stage: how large a row is, and that it is what it is called. */
  private void probe(DataSource pool, Sweeper side) {
    side.makeDue(Math.min(Sweeper.BATCH, deadlines));
    side.fire(deadlines, Duration.ofMinutes(1));
    System.out.printf("%s: %,d bytes each%n", side.name(), OutboxRows.bytes(pool));
  }
}
