package io.caseclock.local.cli;

import io.caseclock.local.Credential;
import io.caseclock.local.Pause;
import io.caseclock.local.StackClock;
import io.caseclock.local.StackException;
import io.caseclock.local.StackRecord;
import io.caseclock.local.certify.Certification;
import io.caseclock.local.certify.Certification.Mode;
import io.caseclock.local.certify.Sender;
import io.caseclock.local.certify.Verdict;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalSecrets;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a precinct system's first day against an installation. */
@Command(
    name = "certify",
    description = {
      "Plays a precinct system's first day against the intake at URL: a first case, repeats, news"
          + " out of order, backdated and corrected, lies, a batch with a bad event, a flood.",
      "Tells for each answer that is not what the contract says what was expected and what came."
          + " What was accepted is taken back at the end. See docs/integration.md.",
      "Without URL the running local stack is meant. Ends with 0 where all is as it should be, 1"
          + " where it is not."
    },
    mixinStandardHelpOptions = true)
final class CertifyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "Where intake is; the running local stack by default.")
  private @Nullable URI url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the bearer token of the system, or with \"ApiKey \" and an API key, which"
              + " needs --without-effects; else CASECLOCK_TOKEN.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "A unit that the system may post for; in the local stack the root of all.")
  private @Nullable String unit;

  @Option(
      names = "--source",
      paramLabel = "URI",
      description = "The source that it may post as (urn:precinct:UNIT).")
  private @Nullable String source;

  @Option(
      names = "--other-unit",
      paramLabel = "UNIT",
      description = "A unit that is known and not its own; without it that lie is left out.")
  private @Nullable String otherUnit;

  @Option(
      names = "--monitor",
      paramLabel = "URL",
      description =
          "Where the monitor is, if it is not on the host of URL; the token is sent to no other.")
  private @Nullable URI monitor;

  @Option(
      names = "--without-effects",
      description = "Leave out what only the monitor can tell, where it cannot be reached.")
  private boolean withoutEffects;

  private final Set<String> told = new HashSet<>();

  @Override
  public Integer call() {
    requireAllNamed();
    if (monitor != null && url == null && tokenFile == null) {
      ForeignInstallation.refuseLocalToken(monitor);
    }
    var own = unit == null ? TreeRoots.usual() : unit;
    var sender =
        new Sender(
            own,
            source == null ? "urn:precinct:" + own : source,
            Sender.newRun(),
            now(),
            Optional.ofNullable(otherUnit));
    var credential = credential(own);
    var mode = new Mode(withoutEffects ? 0 : Mode.USUAL.questions(), monitor());
    var intake = url == null ? local("intake") : ForeignInstallation.root(url);
    ForeignInstallation.requireListening(intake);
    mode.monitor().ifPresent(ForeignInstallation::requireListening);
    System.out.printf("认证演练 %s，对象 %s%n", sender.run(), intake);
    System.out.printf("Certification %s of %s%n", sender.run(), intake);
    var verdicts =
        new Certification(
                intake, credential, sender, mode, duration -> Pause.of(duration, "waiting"))
            .play(verdict -> printStep(verdict, told, System.out));
    printLeftOut(System.out);
    return print(verdicts, System.out);
  }

  private void printLeftOut(PrintStream out) {
    if (withoutEffects) {
      out.println("未检查期限监控服务中的影响。");
      out.println("What only the monitor can tell was left out.");
    }
    if (otherUnit == null) {
      out.println("未指明其他单位（--other-unit），未检查替别的单位报送。");
      out.println("No --other-unit was named: posting for another's unit was left out.");
    }
  }

  /**
   * @param told why steps before had no answer; told once each
   */
  static void printStep(Verdict verdict, Set<String> told, PrintStream out) {
    var step = verdict.step();
    out.printf(
        "%-6s %-24s %s / %s%n",
        verdict.passed() ? "ok" : "FAILED", step.name(), step.why().zh(), step.why().en());
    if (!verdict.passed()) {
      out.printf("       应为 expected: %s%n", step.expected().text());
      var isNew = !verdict.wasUnanswered() || told.add(verdict.came());
      out.printf("       实为 came:     %s%n", isNew ? verdict.came() : "同上 no answer, as above");
      out.printf("       说明 see:      docs/integration.md#%s%n", step.section());
    }
  }

  static int print(List<Verdict> verdicts, PrintStream out) {
    var failed = verdicts.stream().filter(verdict -> !verdict.passed()).toList();
    if (failed.isEmpty()) {
      out.printf("通过：%d 步全部符合约定。%n", verdicts.size());
      out.printf("Passed: all %d steps as the contract says.%n", verdicts.size());
      return 0;
    }
    out.printf("未通过：%d 步中有 %d 步不符。%n", verdicts.size(), failed.size());
    out.printf("Not passed: %d of %d steps are not as expected:%n", failed.size(), verdicts.size());
    failed.forEach(verdict -> out.println("  " + verdict.step().name()));
    return 1;
  }

  /** Everything that is missing is told at once. */
  private void requireAllNamed() {
    if (url == null) {
      return;
    }
    List<String> missing = new ArrayList<>();
    if (unit == null) {
      missing.add("the unit that the system posts for: --unit UNIT");
    }
    if (!ForeignInstallation.hasToken(tokenFile)) {
      missing.add("its token: --token-file FILE, or CASECLOCK_TOKEN");
    }
    if (!missing.isEmpty()) {
      throw new StackException(
          "Name "
              + String.join(", and ", missing)
              + ". For the running local stack leave URL out: there all is known.");
    }
  }

  private Instant now() {
    return url == null
        ? new StackClock(RepositoryPaths.startedOnce().clockOffset(), InstantSource.system()).now()
        : InstantSource.system().instant();
  }

  /** Of the local stack it is known; elsewhere receipts tell it. */
  private Optional<URI> monitor() {
    if (monitor != null) {
      return Optional.of(ForeignInstallation.root(monitor));
    }
    return url == null && !withoutEffects ? Optional.of(local("monitor")) : Optional.empty();
  }

  private Credential credential(String own) {
    return url == null && tokenFile == null ? localToken(own) : namedCredential();
  }

  private Credential localToken(String own) {
    return Credential.token(
        LocalSecrets.in(RepositoryPaths.startedOnce().secrets())
            .tokens()
            .issue(
                "certify",
                LocalRole.PRECINCT_SYSTEM,
                own,
                null,
                source == null ? List.of() : List.of(source)));
  }

  /** An API key opens intake alone. */
  private Credential namedCredential() {
    var named = ForeignInstallation.credential(tokenFile);
    if (!withoutEffects && !ForeignInstallation.isToken(named)) {
      throw new StackException(
          "API 密钥只能用于接收服务：请加 --without-effects，或用令牌。\n"
              + "An API key opens intake alone: add --without-effects, or name a token.");
    }
    return named;
  }

  private static URI local(String service) {
    return RepositoryPaths.runningStack()
        .process(service)
        .map(StackRecord.Entry::port)
        .map(port -> URI.create("http://127.0.0.1:" + port + "/"))
        .orElseThrow(() -> new StackException("The " + service + " is not running."));
  }
}
