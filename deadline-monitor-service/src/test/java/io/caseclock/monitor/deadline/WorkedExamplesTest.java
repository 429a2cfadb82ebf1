package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkedExamplesTest {

  private static final Instant LONG_AFTER = Instant.parse("2030-01-01T00:00:00Z");

  static Stream<WorkedExample> examples() {
    return ShippedPack.exampleLines().stream()
        .map(line -> WorkedExample.parse(ShippedPack.PACK, line));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void each_worked_example_of_the_pack_comes_out(WorkedExample example) {
    var timeline = Timeline.of("A990001", example.events(ShippedPack.PACK));

    var deadlines = ShippedPack.engineFor(example.rule().id()).explain(timeline, LONG_AFTER);

    assertThat(deadlines).as("%s gives one deadline", example).hasSize(1);
    var due = deadlines.getFirst().state().whenDue().orElseThrow();
    assertThat(shown(due))
        .as("%s%n%s", example, deadlines.getFirst().trace())
        .isEqualTo(OffsetDateTime.parse(example.expected()).toInstant());
  }

  /** Examples write the last second of the last day for periods in days. */
  private static Instant shown(Due due) {
    return due.exact() ? due.at() : due.at().minusSeconds(1);
  }
}
