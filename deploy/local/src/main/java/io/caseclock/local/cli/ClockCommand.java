package io.caseclock.local.cli;

import io.caseclock.local.StackClock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves the time of the local stack. */
@Command(
    name = "clock",
    description = "Moves the time that all services of the local stack see.",
    mixinStandardHelpOptions = true)
final class ClockCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "MOVE",
      defaultValue = "now",
      description = "+3d, -2h, +1d12h30m (added to earlier moves), now (only show) or reset.")
  private String move = "now";

  @Option(
      names = "--zone",
      defaultValue = "Asia/Shanghai",
      description = "The zone in which the time is shown (Asia/Shanghai).")
  private String zone = "Asia/Shanghai";

  @Override
  public Integer call() {
    var clock = new StackClock(RepositoryPaths.startedOnce().clockOffset(), InstantSource.system());
    switch (move) {
      case "now" -> {}
      case "reset" -> clock.reset();
      default -> clock.advance(ClockMove.parse(move));
    }
    var now = clock.now().truncatedTo(ChronoUnit.SECONDS);
    var local = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atZone(ZoneId.of(zone)));
    var universal = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
    System.out.println(local + "  (" + universal + ", moved by " + clock.offset() + ")");
    return 0;
  }
}
