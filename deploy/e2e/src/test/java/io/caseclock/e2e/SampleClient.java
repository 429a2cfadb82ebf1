package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The clients in {@code docs/clients}, run as their heads say. */
enum SampleClient {
  CURL(List.of("bash", "curl")) {
    @Override
    List<String> command(Path folder) {
      return List.of("bash", source("send-events.sh"));
    }
  },
  PYTHON(List.of("python3")) {
    @Override
    List<String> command(Path folder) {
      return List.of("python3", source("send_events.py"));
    }
  },
  JAVA(List.of()) {
    @Override
    List<String> command(Path folder) {
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          source("SendEvents.java"));
    }
  },
  CSHARP(List.of("mcs", "mono")) {
    @Override
    List<String> command(Path folder) throws IOException, InterruptedException {
      var program = folder.resolve("SendEvents.exe").toString();
      var compiler =
          new ProcessBuilder(
                  "mcs",
                  "-langversion:7",
                  "-warnaserror",
                  "-r:System.Net.Http.dll",
                  "-out:" + program,
                  source("SendEvents.cs"))
              .inheritIO()
              .start();
      assertThat(compiler.waitFor()).as("what mcs says of SendEvents.cs").isZero();
      return List.of("mono", program);
    }
  };

  private final List<String> programs;

  SampleClient(List<String> programs) {
    this.programs = programs;
  }

  /** What a client printed, and how it ended. */
  record Run(int exit, List<String> lines) {}

  /** What runs it; a compiled one lies in the folder. */
  abstract List<String> command(Path folder) throws IOException, InterruptedException;

  /** Skips the test where what runs it is not on the path, and says so. */
  Run run(URI intake, String token, Path events) throws IOException, InterruptedException {
    for (var program : programs) {
      assumeTrue(isThere(program), program + " is not on the path");
    }
    var builder = new ProcessBuilder(command(Objects.requireNonNull(events.getParent())));
    builder.redirectInput(events.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CASECLOCK_URL", intake.toString());
    builder.environment().put("CASECLOCK_TOKEN", token);
    builder.environment().put("CASECLOCK_UNSENT", events.resolveSibling("unsent").toString());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), said.lines().toList());
  }

  private static String source(String file) {
    return Suite.repository().resolve("docs/clients").resolve(file).toString();
  }

  /** Whether a program is on the path. */
  static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
