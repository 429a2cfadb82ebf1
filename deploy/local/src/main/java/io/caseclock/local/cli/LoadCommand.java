package io.caseclock.local.cli;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.caseclock.local.Credential;
import io.caseclock.local.StackClock;
import io.caseclock.local.StackException;
import io.caseclock.local.StackRecord;
import io.caseclock.local.file.FileShape;
import io.caseclock.local.file.TextEncoding;
import io.caseclock.local.load.FileLoad;
import io.caseclock.local.load.IntakeClient;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalSecrets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a file of events through intake. */
@Command(
    name = "load",
    description = {
      "Sends a file of events through intake and tells what came of every row.",
      "A file has one CloudEvent in JSON a line, or is a table (CSV) with the columns id,"
          + " source, type, subject, time, recordedtime, unit, officer, caseId and any facts.NAME"
          + " and data.NAME. UTF-8, GBK, GB18030 and UTF-16 are recognised.",
      "What is rejected goes to files beside FILE, with the reasons, to be mended and loaded"
          + " again. See docs/loading.md."
    },
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file; a table where its name ends in .csv.")
  private Path file = Path.of("");

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = TextEncoding.NAMES + ", where it is not recognised.")
  private @Nullable String encoding;

  @Option(
      names = "--in-flight",
      paramLabel = "COUNT",
      description = "How many requests are under way at once (3; 1 for an administrator).")
  private @Nullable Integer inFlight;

  @Option(
      names = "--intake-url",
      paramLabel = "URL",
      description = "The intake of an installation; that of the local stack by default.")
  private @Nullable URI intakeUrl;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the bearer token of the sender, or with \"ApiKey \" and an API key; else"
              + " CASECLOCK_TOKEN where a URL is named. Read again when it was refused, so that a"
              + " token may be renewed meanwhile. Whose it is decides what may be posted.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description =
          "In the local stack, the unit that the sending system stands for; the root of all by"
              + " default.")
  private @Nullable String unit;

  @Option(
      names = "--as",
      paramLabel = "ROLE",
      defaultValue = "precinct-system",
      description =
          "The sender's role in the local stack; administrator for units and officers"
              + " (precinct-system). With a token of an installation it only says that such news go"
              + " one after the other.")
  private String role = "precinct-system";

  @Option(
      names = "--source",
      paramLabel = "URI",
      description =
          "In the local stack, a source that the file's events may have, beside"
              + " urn:precinct:UNIT of a precinct-system; a trailing * stands for whatever follows."
              + " May be repeated.")
  private List<String> sources = List.of();

  @Option(
      names = "--history",
      paramLabel = "INSTANT",
      arity = "0..1",
      parameterConsumer = HistoryOption.class,
      description =
          "Years of old cases: what they led to before INSTANT is counted, but told to nobody."
              + " Without INSTANT the moment at which the load begins.")
  private @Nullable Instant history;

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new StackException("The file " + file + " cannot be read.");
    }
    var sender = LocalRole.named(role);
    var shape = FileShape.of(file, Optional.ofNullable(encoding).map(LoadCommand::encoding));
    var address = intakeUrl == null ? localIntake() : ForeignInstallation.root(intakeUrl);
    var intake = new IntakeClient(address, credential(address, sender));
    var until = historyUntil();
    until.ifPresent(instant -> LoadReport.printHistory(instant, System.out));
    var result = load(new FileLoad(file, shape, requestsAtOnce(sender), until), intake);
    var ended = LoadReport.print(result, until, System.out);
    if (until.isPresent() && result.totals().kept() + result.totals().knownBefore() > 0) {
      printHistory();
    }
    return ended;
  }

  /** What was named, else the local stack's own token, which goes to no other machine. */
  private Credential credential(URI address, LocalRole sender) {
    var named =
        intakeUrl == null && tokenFile == null
            ? Optional.<Credential>empty()
            : ForeignInstallation.named(tokenFile);
    if (named.isPresent() && (unit != null || !sources.isEmpty())) {
      throw new StackException(
          "--unit、--source 只用于本机演示环境：令牌决定可以报送什么。\n"
              + "--unit and --source are for the local stack: the token decides what it may post.");
    }
    if (named.isEmpty()) {
      ForeignInstallation.refuseLocalToken(address);
    }
    return named.orElseGet(() -> localToken(sender));
  }

  private Credential localToken(LocalRole sender) {
    var secrets = LocalSecrets.in(RepositoryPaths.startedOnce().secrets());
    return Credential.token(secrets.tokens().issue(role, sender, ownUnit(), null, sources));
  }

  private String ownUnit() {
    return unit == null ? TreeRoots.usual() : unit;
  }

  /** Where another intake was named, its monitor is not known here. */
  private void printHistory() {
    if (intakeUrl == null) {
      HistoryReport.once(AuditCommand.client("monitor", LocalRole.SUPERVISOR, ownUnit()))
          .print(System.out);
    } else {
      System.out.println(
          "历史报告见期限监控服务：GET /api/v1/history/report%n".formatted()
              + "What would have been told: GET /api/v1/history/report of its monitor.");
    }
  }

  /** By the time of the stack, which may have been moved. */
  private Optional<Instant> historyUntil() {
    if (history == null || !history.equals(HistoryOption.NOW)) {
      return Optional.ofNullable(history);
    }
    var now =
        intakeUrl == null
            ? new StackClock(RepositoryPaths.startedOnce().clockOffset(), InstantSource.system())
                .now()
            : InstantSource.system().instant();
    return Optional.of(now.truncatedTo(MILLIS));
  }

  /** News of the directory lean on each other: a unit is known before those below it. */
  private int requestsAtOnce(LocalRole sender) {
    if (inFlight == null) {
      return sender == LocalRole.ADMINISTRATOR ? 1 : 3;
    }
    if (inFlight < 1) {
      throw new StackException("--in-flight is at least 1.");
    }
    return inFlight;
  }

  private static TextEncoding encoding(String name) {
    return TextEncoding.named(name)
        .orElseThrow(
            () ->
                new StackException(
                    "没有编码 \"%s\"。可用：%s。\nThere is no encoding \"%s\". There are: %s."
                        .formatted(name, TextEncoding.NAMES, name, TextEncoding.NAMES)));
  }

  private static FileLoad.Result load(FileLoad load, IntakeClient intake) {
    try (var progress = LoadProgress.ofTheTerminal(load.shape().lines())) {
      return load.load(intake, progress::add);
    }
  }

  private static URI localIntake() {
    var port =
        RepositoryPaths.runningStack()
            .process("intake")
            .map(StackRecord.Entry::port)
            .orElseThrow(() -> new StackException("Intake is not running."));
    return URI.create("http://127.0.0.1:" + port);
  }
}
