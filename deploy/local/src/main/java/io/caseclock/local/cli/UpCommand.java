package io.caseclock.local.cli;

import io.caseclock.local.CallersEnvironment;
import io.caseclock.local.ChosenPacks;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.StackException;
import io.caseclock.local.StackOptions;
import io.caseclock.local.load.IntakeClient;
import io.caseclock.local.load.SampleLoader;
import io.caseclock.local.secret.LocalRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and stays until it is told to go. */
@Command(
    name = "up",
    description = {
      "Starts PostgreSQL, Kafka and the three services, and stays until Ctrl-C.",
      "CASECLOCK_PACKS chooses the rule packs: ids of shipped ones, or folders, with commas."
    },
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  private static final int INTERRUPTED = 130;

  @Mixin private PortOptions ports = new PortOptions();

  @Option(names = "--fresh", description = "Forget everything that an earlier stack kept.")
  private boolean fresh;

  @Option(names = "--empty", description = "Load no sample.")
  private boolean empty;

  @Option(names = "--detach", description = "Return once all is ready; see status and down.")
  private boolean detach;

  @Option(names = "--in-background", hidden = true)
  private boolean inBackground;

  @Option(names = "--infrastructure-only", hidden = true)
  private boolean infrastructureOnly;

  private final ConsoleProgress progress = new ConsoleProgress();
  private final AtomicBoolean interrupted = new AtomicBoolean();

  @Override
  public Integer call() throws InterruptedException {
    CallersEnvironment.check(System.getenv());
    var packs = ChosenPacks.of(System.getenv(ChosenPacks.VARIABLE), Path.of(""));
    if (detach) {
      return new BackgroundLauncher(RepositoryPaths.directory(), ports.ports())
          .start(fresh, empty, infrastructureOnly);
    }
    var stack = LocalStack.prepare(options(packs), progress);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop-stack"));
    try {
      stack.start();
      loadSample(stack, packs);
      stack.announceReady();
    } catch (StackException e) {
      return leave(stack, e);
    }
    stack.watch(UpCommand::tellEnd);
    if (!inBackground) {
      SignInHint.print(RepositoryPaths.directory(), ports.console);
      System.out.println("Ctrl-C stops everything.");
    }
    stopped.await();
    return 0;
  }

  private StackOptions options(ChosenPacks packs) {
    var options =
        StackOptions.in(RepositoryPaths.repository())
            .on(ports.ports())
            .withClassArchives()
            .told(ChosenPacks.VARIABLE, packs.value());
    var chosen = fresh ? options.afresh() : options;
    return infrastructureOnly ? chosen.only(Set.of()) : chosen;
  }

  private void loadSample(LocalStack stack, ChosenPacks packs) {
    var mark = RepositoryPaths.directory().sampleMark();
    var loader = SampleLoader.find();
    if (empty || loader.isEmpty() || Files.exists(mark) || !hasIntake(stack)) {
      return;
    }
    if (!packs.understandSample()) {
      System.out.println("  所选规则包不认识示例数据，未加载示例。 The packs do not know the sample; none is loaded.");
      return;
    }
    var began = System.nanoTime();
    var administrator = intake(stack, LocalRole.ADMINISTRATOR);
    var precincts = intake(stack, LocalRole.PRECINCT_SYSTEM);
    var totals = loader.get().load(administrator, precincts, stack.clock().now());
    try {
      Files.writeString(mark, totals.all() + "\n");
    } catch (IOException e) {
      throw new StackException("The file " + mark + " cannot be written: " + e.getMessage(), e);
    }
    progress.done("sample", Duration.ofNanos(System.nanoTime() - began), totals.all() + " events");
  }

  private static IntakeClient intake(LocalStack stack, LocalRole role) {
    return new IntakeClient(stack.intakeUrl(), stack.token(role));
  }

  private static boolean hasIntake(LocalStack stack) {
    return stack.options().services().contains(ServiceKind.INTAKE);
  }

  /** A start that Ctrl-C broke off fails too; the one who pressed it knows. */
  private int leave(LocalStack stack, StackException failure) {
    if (interrupted.get()) {
      return INTERRUPTED;
    }
    stack.close();
    throw failure;
  }

  private void stop(LocalStack stack) {
    interrupted.set(true);
    if (stack.isStopping()) {
      return;
    }
    var began = System.nanoTime();
    System.out.println();
    stack.close();
    progress.done("stopped", Duration.ofNanos(System.nanoTime() - began), "");
  }

  private static void tellEnd(String name, String lastLogLines) {
    System.err.println();
    System.err.println(
        "caseclock: " + name + " ended by itself; the others go on. " + lastLogLines);
  }
}
