package io.caseclock.local.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's entry. */
@Command(
    name = "caseclock",
    description = "The local stack of CaseClock.",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      TokenCommand.class,
      ClockCommand.class,
      LoadCommand.class,
      CertifyCommand.class,
      PackCommand.class,
      AuditCommand.class,
      ArchiveCommand.class,
      HoldCommand.class,
      ReleaseCommand.class,
      DeadLettersCommand.class,
      RebuildCommand.class
    })
public final class CaseClockCli {

  private static final Logger LIBRARIES = Logger.getLogger("");

  private CaseClockCli() {}

  public static void main(String[] arguments) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    LIBRARIES.setLevel(Level.SEVERE);
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return commands()
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
        .execute(arguments);
  }

  static CommandLine commands() {
    var commands = new CommandLine(new CaseClockCli());
    // "@name" is the name of a file like any other
    commands.setExpandAtFiles(false);
    // "-2h" is a move of the clock and no option
    Objects.requireNonNull(commands.getSubcommands().get("clock"))
        .setUnmatchedOptionsArePositionalParams(true);
    return commands;
  }

  private static int explain(Exception failure) {
    System.err.println("caseclock: " + message(failure));
    if (System.getenv("CASECLOCK_TRACE") != null) {
      failure.printStackTrace();
    }
    return 1;
  }

  private static String message(Exception failure) {
    var text = failure.getMessage();
    return text == null ? failure.getClass().getSimpleName() : text;
  }
}
