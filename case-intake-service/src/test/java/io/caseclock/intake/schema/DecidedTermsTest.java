package io.caseclock.intake.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidedTermsTest {

  private final DecidedTerms terms =
      new EventCatalogue(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))))
          .terms();

  @ParameterizedTest
  @CsvSource({"P1D, true", "P15D, true", "P20D, true", "P21D, false", "P1M, false"})
  void a_detention_may_last_what_one_of_its_rules_allows(String term, boolean allowed) {
    assertThat(terms.allows("detention-house-entered", term)).isEqualTo(allowed);
  }

  @Test
  void what_no_rule_bounds_may_be_any_period() {
    assertThat(terms.isTermOf("case-filed")).isTrue();
    assertThat(terms.allows("case-filed", "P99D")).isTrue();
    assertThatThrownBy(() -> terms.allows("case-filed", "soon"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_event_that_starts_nothing_has_no_term() {
    assertThat(terms.isTermOf("extension-approved")).isFalse();
  }
}
