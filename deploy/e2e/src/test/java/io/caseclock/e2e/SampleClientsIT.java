package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.secret.LocalRole;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @ParameterizedTest
  @EnumSource(SampleClient.class)
  void it_tells_what_was_accepted_known_and_refused(SampleClient client, @TempDir Path folder)
      throws IOException, InterruptedException {
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
  @EnumSource(SampleClient.class)
  void it_ends_well_where_nothing_was_refused(SampleClient client, @TempDir Path folder)
      throws IOException, InterruptedException {
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
  @EnumSource(SampleClient.class)
  void a_line_is_sent_as_it_stands(SampleClient client, @TempDir Path folder)
      throws IOException, InterruptedException {
    var other = Files.writeString(folder.resolve("other"), event(client, "case-closed"));
    var events = Files.writeString(folder.resolve("events.ndjson"), "@" + other + "\n");

    var run = run(client, events);

    assertThat(run.lines()).singleElement().asString().startsWith("400 ");
    assertThat(run.exit()).isEqualTo(1);
  }

  private SampleClient.Run run(SampleClient client, Path events)
      throws IOException, InterruptedException {
    var intake = URI.create("http://127.0.0.1:" + suite.stack().intakeUrl().getPort());
    return client.run(intake, suite.stack().token(LocalRole.PRECINCT_SYSTEM), events);
  }

  private String event(SampleClient client, String type) {
    var name = "A9901CLIENT" + client.name();
    var event =
        suite.event(name.toLowerCase(Locale.ROOT) + "-" + type, type, "case/" + name, Map.of());
    return new String(Json.bytes(event), StandardCharsets.UTF_8);
  }
}
