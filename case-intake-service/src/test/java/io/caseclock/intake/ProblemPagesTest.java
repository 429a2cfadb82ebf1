package io.caseclock.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.problem.ProblemType;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPagesTest {

  @ParameterizedTest
  @EnumSource
  void every_problem_type_has_its_page(ProblemType type) {
    assertThat(Path.of("../docs/problems", type.slug() + ".md"))
        .content()
        .startsWith("# " + type.title())
        .contains(type.uri(), "HTTP " + type.status());
  }
}
