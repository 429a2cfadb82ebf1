package io.caseclock.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A packaged program that ran as a process of its own, and ended by itself.
 *
 * @param said all lines
 */
record JavaProgram(int exit, String said) {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /** Runs it with the environment of this process. */
  static JavaProgram run(Path folder, Path jar, List<String> arguments)
      throws IOException, InterruptedException {
    return ended(builder(folder, jar, arguments));
  }

  /** Runs it with these variables and no other. */
  static JavaProgram runWithNothingBut(Map<String, String> environment, Path folder, Path jar)
      throws IOException, InterruptedException {
    var builder = builder(folder, jar, List.of());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return ended(builder);
  }

  private static ProcessBuilder builder(Path folder, Path jar, List<String> arguments) {
    var java = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java");
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(List.of("-jar", jar.toAbsolutePath().normalize().toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
  }

  private static JavaProgram ended(ProcessBuilder builder)
      throws IOException, InterruptedException {
    var said = Files.createTempFile("caseclock-program", ".log");
    try {
      var process = builder.redirectOutput(said.toFile()).start();
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("it does not end:\n" + text(said));
      }
      return new JavaProgram(process.exitValue(), text(said));
    } finally {
      Files.delete(said);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
