package io.caseclock.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code docs/scaling.md}: the numbers that are read from it, and what it tells of them. */
class ScalingDocumentTest {

  private static final Path DOCUMENT = Path.of("../../docs/scaling.md");

  @Test
  void every_number_of_it_changes_what_is_reckoned() throws IOException {
    var inputs = Inputs.of(DOCUMENT);
    var before = reckoned(inputs);

    assertThat(inputs.names())
        .isNotEmpty()
        .allSatisfy(
            name -> {
              var other = Map.of(name, inputs.of(name, "country") / 2);
              assertThat(reckoned(inputs.with(other))).isNotEqualTo(before);
            });
  }

  @Test
  void what_it_tells_is_what_the_command_prints() throws IOException {
    var printed = new ByteArrayOutputStream();
    var command =
        new CommandLine(new ScaleLoad(new PrintStream(printed, true, StandardCharsets.UTF_8)));

    assertThat(command.execute("--document", DOCUMENT.toString())).isZero();

    var lines = printed.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty());
    assertThat(Files.readAllLines(DOCUMENT, StandardCharsets.UTF_8))
        .as("run ./caseclock bench scale, and write what it prints into docs/scaling.md")
        .containsAll(lines.toList());
  }

  @Test
  void what_was_put_off_is_all_of_the_holiday_at_one_instant() throws IOException {
    var inputs =
        Inputs.of(DOCUMENT)
            .with(
                Map.of(
                    "days-off",
                    8.0,
                    "in-hours",
                    0.0,
                    "missed",
                    0.5,
                    "still-open-when-warned",
                    1.0));
    var site = new Site("city", inputs);

    var aDay = site.deadlinesAYear() / 365;
    assertThat(site.alarms())
        .contains(
            new Flow(Kind.WARNING, Site.OFFICE_OPENS, Site.OFFICE_OPENS + 1, 8 * aDay),
            new Flow(Kind.BREACH, Site.DAY, Site.DAY + 1, 9 * aDay * 0.5));
  }

  private static List<Object> reckoned(Inputs inputs) {
    var site = new Site("country", inputs);
    return List.of(site.lineOfEvents(), site.lineOfAlarms(), site.gigabytesAYear());
  }
}
