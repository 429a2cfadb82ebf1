package io.caseclock.local.cli;

import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalSecrets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a bearer token, and nothing else, so that it can stand inside a curl command. */
@Command(
    name = "token",
    description = "Prints a bearer token for the local stack, good for eight hours.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "ROLE",
      description =
          "precinct-system, officer, legal-officer, supervisor, administrator, auditor or"
              + " prosecutor.")
  private String role = "";

  @Parameters(
      index = "1",
      paramLabel = "[UNIT[,UNIT...]]",
      hideParamSyntax = true,
      arity = "0..1",
      split = ",",
      description =
          "The unit whose subtree is visible; the root of all where it is absent. Of several the"
              + " bearer acts in one at a time: the first, or the one that Caseclock-Unit names.")
  private List<String> units = List.of();

  @Option(names = "--officer", paramLabel = "ID", description = "The officer that the bearer is.")
  private @Nullable String officer;

  @Option(
      names = "--source",
      paramLabel = "URI",
      description = {
        "A source that the bearer may post events for, beside urn:precinct:UNIT of a",
        "precinct-system; a trailing * stands for whatever follows. May be repeated."
      })
  private List<String> sources = List.of();

  @Override
  public Integer call() {
    var chosen = LocalRole.named(role);
    var secrets = LocalSecrets.in(RepositoryPaths.startedOnce().secrets());
    var user = secrets.user(chosen);
    var bearer = officer != null ? officer : user.map(u -> u.officer()).orElse(null);
    var name = officer != null ? officer : user.map(u -> u.username()).orElse(role);
    System.out.println(
        secrets
            .tokens()
            .issue(
                name,
                chosen,
                units.isEmpty() ? List.of(TreeRoots.usual()) : units,
                bearer,
                sources));
    return 0;
  }
}
