package io.caseclock.local.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Releases a case from its legal hold in all services. */
@Command(
    name = "release",
    description = {
      "Releases a case from its legal hold in each service. What is older than it is kept for may"
          + " be deleted from then on.",
      "Asks the service at each URL; without URL the services of the running local stack. Ends with"
          + " 0, and with 3 where no service held the case. See docs/retention.md."
    },
    mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {

  private static final int NOT_HELD = 3;

  @Mixin private HeldCase held = new HeldCase();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is kept with the hold.")
  private String reason = "";

  @Override
  public Integer call() {
    var released = 0;
    for (var service : held.services().entrySet()) {
      var answer = service.getValue().get(held.path());
      if (answer.path("held").asBoolean()) {
        answer = service.getValue().post(held.path() + "/release", Map.of("reason", reason));
        released++;
      }
      HeldCase.print(service.getKey(), answer);
    }
    return released == 0 ? NOT_HELD : 0;
  }
}
