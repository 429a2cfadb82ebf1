package io.caseclock.local.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Places a case under legal hold in all services. */
@Command(
    name = "hold",
    description = {
      "Places a case under legal hold in each service: nothing of it is deleted, however old it is."
          + " Without --reason it tells whether the case is held, and changes nothing; it ends with"
          + " 3 where all answered and one of them does not hold it.",
      "Asks the service at each URL; without URL the services of the running local stack. Where one"
          + " did not answer or refused, the others were asked all the same and it ends with 1: do"
          + " it again with the same reason. See docs/retention.md."
    },
    mixinStandardHelpOptions = true)
final class HoldCommand implements Callable<Integer> {

  private static final int NOT_HELD = 3;

  @Mixin private HeldCase held = new HeldCase();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why; it is kept with the hold and stays as it is.")
  private @Nullable String reason;

  @Override
  public Integer call() {
    var isWhole =
        held.askEach(
            service ->
                HeldCase.Answer.of(
                    reason == null
                        ? service.get(held.path())
                        : service.put(held.path(), Map.of("reason", reason))));
    if (!isWhole) {
      return 1;
    }
    return reason == null && held.isFreeSomewhere() ? NOT_HELD : 0;
  }
}
