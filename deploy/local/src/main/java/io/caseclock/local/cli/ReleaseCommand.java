package io.caseclock.local.cli;

import io.caseclock.local.audit.ServiceClient;
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
          + " 0, with 3 where no service held the case, and with 1 where one did not answer or"
          + " refused; the others were asked all the same. See docs/retention.md."
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

  private int released;

  @Override
  public Integer call() {
    if (!held.askEach(this::release)) {
      return 1;
    }
    if (released > 0) {
      return 0;
    }
    System.out.println("没有解除：没有服务留存该案件。");
    System.out.println("Nothing was released: no service held the case.");
    return NOT_HELD;
  }

  private HeldCase.Answer release(ServiceClient service) {
    if (!service.get(held.path()).path("held").asBoolean()) {
      return HeldCase.Answer.nothingToRelease();
    }
    released++;
    return HeldCase.Answer.released(
        service.post(held.path() + "/release", Map.of("reason", reason)));
  }
}
