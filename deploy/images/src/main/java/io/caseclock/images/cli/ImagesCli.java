package io.caseclock.images.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of what makes images and bundles. */
@Command(
    name = "caseclock",
    description = "Images of CaseClock.",
    mixinStandardHelpOptions = true,
    subcommands = {ImagesCommand.class, BundleCommand.class})
public final class ImagesCli {

  private ImagesCli() {}

  public static void main(String[] arguments) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return commands()
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
        .execute(arguments);
  }

  static CommandLine commands() {
    var commands = new CommandLine(new ImagesCli());
    // "@name" is the name of a file like any other
    commands.setExpandAtFiles(false);
    return commands;
  }

  private static int explain(Exception failure) {
    var text = failure.getMessage();
    System.err.println("caseclock: " + (text == null ? failure.getClass().getSimpleName() : text));
    if (System.getenv("CASECLOCK_TRACE") != null) {
      failure.printStackTrace();
    }
    return 1;
  }
}
