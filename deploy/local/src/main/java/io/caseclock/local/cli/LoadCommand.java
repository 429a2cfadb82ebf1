package io.caseclock.local.cli;

import io.caseclock.local.StackException;
import io.caseclock.local.StackRecord;
import io.caseclock.local.load.FileLoad;
import io.caseclock.local.load.IntakeClient;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalSecrets;
import io.caseclock.local.secret.LocalUnits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a file of events through intake. */
@Command(
    name = "load",
    description = {
      "Sends a file of events through intake; what is rejected goes to FILE.rejected.csv.",
      "NDJSON has one CloudEvent a line. CSV has the columns id, source, type, subject, time,",
      "recordedtime, unit, officer, caseId, and any facts.NAME and data.NAME."
    },
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file; CSV where its name ends so.")
  private Path file = Path.of("");

  @Option(
      names = "--in-flight",
      defaultValue = "3",
      description = "How many requests are under way at once (3).")
  private int inFlight;

  @Option(
      names = "--intake-url",
      paramLabel = "URL",
      description = "Another intake than the local one.")
  private @Nullable URI intakeUrl;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "The unit that the sending system stands for; the whole sub-bureau by default.")
  private String unit = LocalUnits.ROOT;

  @Option(
      names = "--as",
      paramLabel = "ROLE",
      defaultValue = "precinct-system",
      description = "The sender's role; administrator for units and officers (precinct-system).")
  private String role = "precinct-system";

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      throw new StackException("The file " + file + " cannot be read.");
    }
    var secrets = LocalSecrets.in(Here.startedOnce().secrets());
    var token = secrets.tokens().issue(role, role(), unit, null);
    var intake = new IntakeClient(intakeUrl == null ? localIntake() : intakeUrl, token);
    var result = load(intake);
    var totals = result.totals();
    System.out.printf(
        "%d events: %d new, %d known before, %d rejected%n",
        totals.all(), totals.kept(), totals.knownBefore(), totals.rejected());
    result.rejectedFile().ifPresent(list -> System.out.println("The rejected: " + list));
    return totals.rejected() == 0 ? 0 : 1;
  }

  private LocalRole role() {
    return LocalRole.ofClaim(role)
        .orElseThrow(() -> new StackException("There is no role \"" + role + "\"."));
  }

  private FileLoad.Result load(IntakeClient intake) {
    var bar =
        new ProgressBarBuilder()
            .setTaskName("Loading")
            .setInitialMax(FileLoad.count(file))
            .setUnit(" events", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .showSpeed()
            .setUpdateIntervalMillis(250);
    try (var progress = bar.build()) {
      return FileLoad.load(file, intake, Math.max(1, inFlight), progress::stepBy);
    }
  }

  private static URI localIntake() {
    var port =
        Here.runningStack()
            .process("intake")
            .map(StackRecord.Entry::port)
            .orElseThrow(() -> new StackException("Intake is not running."));
    return URI.create("http://127.0.0.1:" + port);
  }
}
