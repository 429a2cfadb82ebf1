package io.caseclock.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
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
    return released == 0 ? NOT_HELD : 0;
  }

  private JsonNode release(ServiceClient service) {
    var answer = service.get(held.path());
    if (!answer.path("held").asBoolean()) {
      return answer;
    }
    released++;
    return service.post(held.path() + "/release", Map.of("reason", reason));
  }
}
