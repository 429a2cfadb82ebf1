package io.caseclock.local.cli;

import io.caseclock.monitor.example.ExampleRun;
import io.caseclock.pack.Mistake;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a pack as the services do and works out its examples. */
@Command(
    name = "check",
    description = {
      "Tells every mistake of a pack with its file and line, and works out its examples.",
      "Ends with 0 where the services would take the pack and all examples come out, else with 1."
    },
    mixinStandardHelpOptions = true)
final class PackCheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR|ID", description = "The pack's folder, or the id of a shipped one.")
  private String pack = "";

  @Spec private CommandSpec spec;

  PackCheckCommand() {
    spec = CommandSpec.create();
  }

  @Override
  public Integer call() {
    return switch (PackReader.read(PackFiles.named(pack))) {
      case PackReading.Read read -> workOut(read);
      case PackReading.Refused refused -> refuse(refused.mistakes());
    };
  }

  private int refuse(List<Mistake> mistakes) {
    mistakes.forEach(out()::println);
    out().println(counted(mistakes.size(), "mistake") + " in " + pack + "; no example was run");
    return 1;
  }

  private int workOut(PackReading.Read read) {
    var inside = read.pack();
    out()
        .printf(
            "%s %s: %s, %s%n",
            inside.id(),
            inside.version(),
            counted(inside.rules().size(), "rule"),
            counted(inside.eventTypes().size(), "event type"));
    read.notes().forEach(note -> out().println("note: " + note));
    var run = ExampleRun.of(inside, read.examples());
    run.mistakes().forEach(out()::println);
    var passed = run.passed().values().stream().mapToInt(Integer::intValue).sum();
    out()
        .printf(
            "%d of %s come out%s%n",
            passed, counted(run.results().size(), "example"), passed == 0 ? "" : ":");
    run.passed()
        .forEach((mechanism, count) -> out().printf("  %-20s %4d%n", mechanism.label(), count));
    return run.mistakes().isEmpty() ? 0 : 1;
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
