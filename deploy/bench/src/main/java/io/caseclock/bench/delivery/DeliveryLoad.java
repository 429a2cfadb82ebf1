package io.caseclock.bench.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./caseclock bench delivery}: the same load by a mail server that fails, and one that does
 * not.
 */
@Command(
    name = "delivery",
    description =
        "Delivers warnings by inbox and e-mail, first with a mail server that refuses a part of"
            + " them, then with one that takes all; fails where one is lost or doubled.",
    mixinStandardHelpOptions = true)
final class DeliveryLoad implements Callable<Integer> {

  private static final int MOST = 1_000_000;
  private static final double MEGA = 1024.0 * 1024;

  @Option(
      names = "--warnings",
      defaultValue = "100000",
      description = "how many warnings; ${DEFAULT-VALUE} where absent")
  int warnings;

  @Option(
      names = "--people",
      defaultValue = "500",
      description = "for how many people, twenty in a station; ${DEFAULT-VALUE} where absent")
  int people;

  @Option(
      names = "--failing",
      split = ",",
      defaultValue = "20,0",
      description = "percent of mails refused, one run each; ${DEFAULT-VALUE} where absent")
  List<Integer> failing = List.of();

  @Option(
      names = "--seed",
      defaultValue = "20260401",
      description = "of the chance that refuses; ${DEFAULT-VALUE} where absent")
  long seed;

  @Option(
      names = "--minutes",
      defaultValue = "60",
      description = "how long one run may take; ${DEFAULT-VALUE} where absent")
  int minutes;

  @Option(names = "--quick", description = "1,000 warnings for 100 people, 20 percent refused")
  boolean isQuick;

  @Option(
      names = "--set",
      description = "one more setting of the service, such as CASECLOCK_SENDING_BATCH=100")
  Map<String, String> more = new LinkedHashMap<>();

  private DeliveryLoad() {}

  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new DeliveryLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (isQuick) {
      warnings = 1_000;
      people = 100;
      failing = List.of(0);
    }
    if (warnings < 1 || warnings > MOST || people < 1 || people > MOST / 10) {
      throw new IllegalArgumentException("1 to 1,000,000 warnings, 1 to 100,000 people");
    }
    var settings = settings();
    System.out.printf("%,d warnings for %,d people%n", warnings, people);
    settings.forEach((key, value) -> System.out.println("  " + key + "=" + value));
    var isRight = true;
    for (var percent : failing) {
      isRight &= trial(percent, settings);
    }
    return isRight ? 0 : 1;
  }

  /**
   * Every warning goes out by itself, so that the channel has as much to do as can be; a channel of
   * which one attempt in five fails by chance is not one that is down.
   */
  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("CASECLOCK_PIPELINE_GROUP_WINDOW", "0s");
    settings.put("CASECLOCK_PIPELINE_BUDGET_IN_APP", "1000000");
    settings.put("CASECLOCK_PIPELINE_BUDGET_EMAIL", "1000000");
    settings.put("CASECLOCK_CIRCUIT_FAILURES", "20");
    settings.putAll(more);
    return settings;
  }

  private boolean trial(int percent, Map<String, String> settings)
      throws IOException, InterruptedException {
    var longest = Duration.ofMinutes(minutes);
    var result = new Trial(warnings, people, percent, seed, settings, longest).run();
    print(result);
    return result.mistakes().isEmpty();
  }

  private static void print(Trial.Result result) {
    System.out.printf(
        """

        %d %% of the mails refused
          taken in after      %,8.1f s
          delivered after     %,8.1f s
          message, person, way %,8d
          inbox entries       %,8d
          mails               %,8d
          attempts refused    %,8d
          a mail under way    %,8.1f s the half of them
                              %,8.1f s 99 in 100
                              %,8.1f s the last one
          taken back          %,8d
          memory at its peak  %,8.0f MB
          processor time      %,8.1f s
        """,
        result.trial().failingPercent(),
        seconds(result.takenIn()),
        seconds(result.delivered()),
        result.messages(),
        result.inboxMessages(),
        result.mails(),
        result.refused(),
        result.millisUnderWay().get(0) / 1000.0,
        result.millisUnderWay().get(1) / 1000.0,
        result.millisUnderWay().get(2) / 1000.0,
        result.takenBack(),
        result.peakBytes() / MEGA,
        seconds(result.processor()));
    if (result.mistakes().isEmpty()) {
      System.out.println("  none lost, none doubled");
    }
    result.mistakes().forEach(mistake -> System.out.println("  WRONG " + mistake));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
