package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caseclock.local.secret.LocalRole;
import io.caseclock.wire.Json;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clients in {@code docs/clients}, run as their heads say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class SampleClientsIT {

  /** What runs a client, and its file. */
  enum Client {
    CURL("bash", "send-events.sh"),
    PYTHON("python3", "send_events.py"),
    JAVA(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "SendEvents.java");

    private final String program;
    private final String file;

    Client(String program, String file) {
      this.program = program;
      this.file = file;
    }
  }

  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @ParameterizedTest
  @EnumSource(Client.class)
  void it_tells_what_was_accepted_known_and_refused(Client client, @TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(isThere(client.program), client.program + " is not on the path");
    var good = event(client, "case-filed");
    var events = folder.resolve("events.ndjson");
    Files.write(events, List.of(good, good, event(client, "no-such-type")));

    var run = run(client, events);

    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().get(0)).startsWith("202 ").contains("\"accepted\"");
    assertThat(run.lines().get(1)).startsWith("200 ").contains("\"duplicate\"");
    assertThat(run.lines().get(2)).startsWith("422 ").contains("unknown-event-type");
    assertThat(run.exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Client.class)
  void it_ends_well_where_nothing_was_refused(Client client, @TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(isThere(client.program), client.program + " is not on the path");
    var events = folder.resolve("events.ndjson");
    Files.writeString(
        events, event(client, "report-received") + "\n" + event(client, "report-disposed"));

    var run = run(client, events);

    assertThat(run.lines())
        .as("the last line without an end is sent too")
        .hasSize(2)
        .allMatch(line -> line.startsWith("202 "));
    assertThat(run.exit()).isZero();
  }

  /** Curl would send a file of that name. */
  @ParameterizedTest
  @EnumSource(Client.class)
  void a_line_is_sent_as_it_stands(Client client, @TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(isThere(client.program), client.program + " is not on the path");
    var other = Files.writeString(folder.resolve("other"), event(client, "case-closed"));
    var events = Files.writeString(folder.resolve("events.ndjson"), "@" + other + "\n");

    var run = run(client, events);

    assertThat(run.lines()).singleElement().asString().startsWith("400 ");
    assertThat(run.exit()).isEqualTo(1);
  }

  private record Run(int exit, List<String> lines) {}

  private Run run(Client client, Path events) throws IOException, InterruptedException {
    var file = Suite.repository().resolve("docs/clients").resolve(client.file);
    var builder = new ProcessBuilder(client.program, file.toString());
    builder.redirectInput(events.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .put("CASECLOCK_URL", "http://127.0.0.1:" + suite.stack().intakeUrl().getPort());
    builder.environment().put("CASECLOCK_TOKEN", suite.stack().token(LocalRole.PRECINCT_SYSTEM));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), said.lines().toList());
  }

  private String event(Client client, String type) {
    var name = "A9901CLIENT" + client.name();
    var event =
        suite.event(name.toLowerCase(Locale.ROOT) + "-" + type, type, "case/" + name, Map.of());
    return new String(Json.bytes(event), StandardCharsets.UTF_8);
  }

  private static boolean isThere(String program) {
    return program.contains(File.separator)
        || Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
