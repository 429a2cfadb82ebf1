package io.caseclock.local.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
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
    // The help has colours of its own.
    var commands = commands().setOut(writer(System.out)).setErr(writer(System.err));
    System.setOut(TerminalOutput.on(System.out));
    System.setErr(TerminalOutput.on(System.err));
    LIBRARIES.setLevel(Level.SEVERE);
    System.exit(run(commands, arguments));
  }

  private static PrintWriter writer(PrintStream terminal) {
    return new PrintWriter(terminal, true, StandardCharsets.UTF_8);
  }

  static int run(String... arguments) {
    return run(commands(), arguments);
  }

  private static int run(CommandLine commands, String... arguments) {
    return commands
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
