package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.example.ExampleResult;
import io.caseclock.monitor.example.ExampleRun;
import io.caseclock.monitor.revision.http.PackGate;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Job of an upgrade asks a running monitor before it lets new packs through. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class PackGateTest {

  private static final String SHIPPED = "cn-public-security";

  @Inject MonitorTestBench bench;
  @TempDir private Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private String role = "supervisor";

  @BeforeEach
  void aCaseThatIsDueOnTheFirstOfApril() {
    bench.aSmallBureau();
    bench.clock().set("2026-03-02T03:00:00.123456789Z"); // finer than a database keeps
    var filed = bench.event(bench.aNewCase(), "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
  }

  @Test
  void packs_that_are_in_force_as_they_are_move_nothing() throws IOException {
    assertThat(gate(0, SHIPPED)).isEqualTo(PackGate.PASSED);

    assertThat(text()).contains("is the one in force", "Passed: 0 would change");
  }

  @Test
  void a_calendar_that_moves_what_is_open_is_stopped_beyond_the_bound() throws IOException {
    var candidate = withAHolidayOnTheFirstOfApril();

    assertThat(gate(0, candidate)).isEqualTo(PackGate.STOPPED);
    assertThat(text()).contains("moved=", "Stopped: ", "at most 0 may");

    assertThat(gate(999_999_999, candidate)).isEqualTo(PackGate.PASSED);
    assertThat(text()).contains("at most 999999999 may");
  }

  @Test
  void a_pack_that_would_be_taken_away_is_stopped() throws IOException {
    assertThat(gate(999_999_999, "cn-court-mediation")).isEqualTo(PackGate.STOPPED);

    assertThat(text()).contains(SHIPPED + " is in force and would be taken away");
  }

  @Test
  void a_pack_with_a_mistake_is_told_before_anything_is_asked() throws IOException {
    Files.writeString(folder.resolve("pack.yaml"), "id: x\n");

    assertThat(gate(9, folder.toString())).isEqualTo(PackGate.STOPPED);
    assertThat(text()).contains("did not come to its end", "pack.yaml");
  }

  @Test
  void a_new_pack_whose_examples_do_not_come_out_is_stopped_whatever_the_bound()
      throws IOException {
    var candidate = Path.of(withAHolidayOnTheFirstOfApril());
    var examples = candidate.resolve("examples.csv");
    Files.writeString(
        examples,
        Files.readString(examples)
            .replace("2026-04-07T23:59:59+08:00,\"Day 30", "2026-04-08T23:59:59+08:00,\"Day 30"));

    assertThat(gate(999_999_999, candidate.toString())).isEqualTo(PackGate.STOPPED);
    assertThat(text()).contains("examples of the packs do not come out: 3", "examples.csv:");
  }

  @Test
  void whoever_may_not_compare_is_stopped_with_the_reason() throws IOException {
    role = "officer";

    assertThat(gate(999_999_999, withAHolidayOnTheFirstOfApril())).isEqualTo(PackGate.STOPPED);
    assertThat(text()).contains("did not come to its end", "403");
  }

  @Test
  void a_monitor_that_is_away_is_stopped() throws IOException {
    assertThat(run("http://127.0.0.1:1", "0", SHIPPED)).isEqualTo(PackGate.STOPPED);

    assertThat(text()).contains("No answer from http://127.0.0.1:1/");
  }

  @Test
  void misuse_is_told_from_a_stop() throws IOException {
    assertThat(run(monitor(), "some", SHIPPED)).isEqualTo(PackGate.MISUSED);

    assertThat(text()).contains("--at-most is not a number: some", "Usage: pack-impact");
  }

  private int gate(int atMost, String pack) throws IOException {
    return run(monitor(), Integer.toString(atMost), pack);
  }

  private int run(String monitor, String atMost, String pack) throws IOException {
    var token = TestTokens.of(role).name("gate-" + UUID.randomUUID()).unit("X01").sign();
    var file = Files.writeString(folder.resolve("token"), token + "\n");
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return PackGate.run(
        List.of("--monitor=" + monitor, "--token-file=" + file, "--at-most=" + atMost, pack),
        out,
        PackGateTest::briefly);
  }

  private static String monitor() {
    return "http://localhost:" + RestAssured.port;
  }

  private String withAHolidayOnTheFirstOfApril() throws IOException {
    Map<String, String> files = new TreeMap<>(PackFiles.shipped(SHIPPED).texts());
    files.merge("calendars/2026.csv", "2026-04-01,示例假日,off-day\n", String::concat);
    var pack = folder.resolve("candidate");
    for (var file : files.entrySet()) {
      var path = pack.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
    recount(pack);
    return pack.toString();
  }

  /** With the examples that the holiday moves as a person would count them now. */
  private static void recount(Path pack) throws IOException {
    var read = (PackReading.Read) PackReader.read(PackFiles.inFolder(pack));
    var file = pack.resolve("examples.csv");
    var rows = new ArrayList<>(Files.readAllLines(file));
    for (var result : ExampleRun.of(read.pack(), read.examples()).results()) {
      if (result instanceof ExampleResult.Differs differs) {
        rows.set(
            differs.example().line() - 1,
            rows.get(differs.example().line() - 1)
                .replace(differs.expected().toString(), differs.actual().toString()));
      }
    }
    Files.write(file, rows);
  }

  /** A fortieth of what is asked for. */
  private static void briefly(Duration pause) {
    LockSupport.parkNanos(pause.toNanos() / 40);
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
