package io.caseclock.pack.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleWords;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everybody who owes something by a shipped pack has a name. */
class ShippedDutiesTest {

  private static final Set<String> OWING =
      Packs.load(PackFiles.shippedIds()).stream()
          .flatMap(pack -> pack.rules().stream())
          .map(Rule::duty)
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void whoever_owes_something_is_named_in_both_languages() {
    assertThat(OWING)
        .contains("authority", "procuratorate", "party", "court")
        .allSatisfy(
            duty -> {
              assertThat(RuleWords.duty(duty).zh()).doesNotContain(duty).isNotBlank();
              assertThat(RuleWords.duty(duty).en()).doesNotStartWith("Another").isNotBlank();
            });
  }

  @Test
  void a_word_that_only_another_pack_has_is_told_as_it_is_written() {
    assertThat(RuleWords.duty("ombudsman").zh()).isEqualTo("其他主体（ombudsman）");
    assertThat(RuleWords.duty("ombudsman").en()).isEqualTo("Another organ (ombudsman)");
  }
}
