package io.caseclock.monitor.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.caseclock.pack.PackReading;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every worked example of every shipped pack, to the second. */
class WorkedExamplesTest {

  private static final Map<String, ExampleRun> RUNS = new LinkedHashMap<>();

  static Stream<Named<ExampleResult>> examples() {
    return PackFiles.shippedIds().stream()
        .flatMap(
            pack ->
                RUNS.computeIfAbsent(pack, WorkedExamplesTest::run).results().stream()
                    .map(result -> Named.of(pack + " " + title(result), result)));
  }

  private static ExampleRun run(String packId) {
    return switch (PackReader.read(PackFiles.shipped(packId))) {
      case PackReading.Read read -> ExampleRun.of(read.pack(), read.examples());
      case PackReading.Refused refused -> fail(refused.mistakes().toString());
    };
  }

  private static String title(ExampleResult result) {
    var row = result.example();
    return row.id() + " " + row.rule() + ": " + row.why();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void each_worked_example_of_a_pack_comes_out(ExampleResult result) {
    var steps = result instanceof ExampleResult.Differs differs ? differs.steps() : List.of();

    assertThat(result)
        .as("%s%n%s", ExampleResult.mistake(result), steps)
        .isInstanceOf(ExampleResult.Passed.class);
  }

  @AfterAll
  static void tells_how_many_came_out_by_mechanism() {
    List<String> lines = new ArrayList<>();
    RUNS.forEach((pack, run) -> lines.add(summary(pack, run)));
    System.out.println(String.join(System.lineSeparator(), lines));
  }

  private static String summary(String pack, ExampleRun run) {
    return run.passed().entrySet().stream()
        .map(entry -> entry.getKey().label() + " " + entry.getValue())
        .collect(
            Collectors.joining(
                ", ",
                "Worked examples of " + pack + ": ",
                " of " + run.results().size() + " rows"));
  }
}
