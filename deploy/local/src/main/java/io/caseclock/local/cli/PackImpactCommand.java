package io.caseclock.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.Pause;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.monitor.example.ExampleRun;
import io.caseclock.monitor.revision.http.RemoteComparison;
import io.caseclock.pack.Mistake;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a candidate pack would do to everything open, before it is put in force. */
@Command(
    name = "impact",
    description = {
      "Shows which open deadlines a pack would move: of the monitor at URL, as far as the token"
          + " sees, or without URL of the running stack, in every tree of units.",
      "Ends with 0 where something was compared, 1 where more than --at-most deadlines would change"
          + " or could not be compared, or where with --at-most an example of the pack does not"
          + " come out, 3 where nothing was open."
    },
    mixinStandardHelpOptions = true)
final class PackImpactCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The candidate pack's folder.")
  private Path folder = Path.of(".");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "URL",
      description = "Where a monitor is; that of the running local stack by default.")
  private @Nullable URI url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the bearer token of a supervisor or administrator above all units; else"
              + " CASECLOCK_TOKEN. It is sent to URL.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--at-most",
      paramLabel = "N",
      description = "End with 1 where more deadlines would change; any number by default.")
  private @Nullable Integer atMost;

  private final Consumer<Duration> pause;

  PackImpactCommand() {
    this(duration -> Pause.of(duration, "waiting"));
  }

  PackImpactCommand(Consumer<Duration> pause) {
    this.spec = CommandSpec.create();
    this.pause = pause;
  }

  @Override
  public Integer call() {
    requireSense();
    var files = PackFiles.inFolder(folder);
    return url == null ? ofTheStack(files) : ofMonitor(url, files);
  }

  private void requireSense() {
    if (atMost != null && atMost < 0) {
      throw new ParameterException(spec.commandLine(), "--at-most is less than nothing: " + atMost);
    }
    if (url == null && tokenFile != null) {
      throw new ParameterException(spec.commandLine(), "--token-file needs the URL of a monitor");
    }
  }

  private int ofTheStack(PackFiles files) {
    var monitors =
        TreeRoots.all(TreeRoots.database()).stream()
            .map(root -> AuditCommand.client("monitor", LocalRole.ADMINISTRATOR, root))
            .toList();
    var reports =
        monitors.stream()
            .map(monitor -> monitor.post("/api/v1/impact", Map.of("files", files.texts())))
            .toList();
    return outcome(reports, files, monitors.getFirst().get("/api/v1/packs"));
  }

  private int ofMonitor(URI monitor, PackFiles files) {
    var comparison =
        new RemoteComparison(
            ForeignInstallation.root(monitor), ForeignInstallation.token(tokenFile), pause);
    return outcome(List.of(comparison.report(files)), files, comparison.packs());
  }

  private int outcome(List<JsonNode> reports, PackFiles files, JsonNode inForce) {
    var outcome = ImpactReport.print(reports, atMost, System.out);
    ImpactReport.noteIfNew(PackReader.require(files).id(), inForce, System.out);
    var isProven = ImpactReport.warnOfExamples(mistakes(files), System.out);
    return isProven || atMost == null ? outcome : ImpactReport.TOO_MUCH;
  }

  /** Examples that do not come out: with a bound they stop, as a mistake does. */
  private static List<Mistake> mistakes(PackFiles files) {
    return PackReader.read(files) instanceof PackReading.Read read
        ? ExampleRun.of(read.pack(), read.examples()).mistakes()
        : List.of();
  }
}
