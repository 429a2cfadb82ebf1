package io.caseclock.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.caseclock.e2e.console.SampleConsole.Running;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks every page that a role can reach. */
@ExtendWith(SampleConsole.class)
class EveryPageIT {

  /** From a walk with fewer pages something did not lead on. */
  private static final int FEWEST_PAGES = 20;

  /** Who does not see has the same page in each role and language. */
  private static final Set<String> EXAMINED = new HashSet<>();

  @ParameterizedTest
  @CsvSource({
    "supervisor, zh",
    "supervisor, en",
    "legal, zh",
    "officer, zh",
    "admin, en",
    "auditor, en",
    "prosecutor, zh"
  })
  void every_page_works_fits_and_reads_in_its_language(
      String username, String language, Running console) throws IOException {
    try (var visit =
        console.signedIn(username, new NewContextOptions().setViewportSize(1280, 900))) {
      visit.open("/?lang=" + language);
      var walk = new Walk(visit, language, Wording.of(console.suite()), EXAMINED);

      var faults = walk.from("/");

      assertThat(faults).isEmpty();
      assertThat(walk.pages()).isGreaterThan(FEWEST_PAGES);
    }
  }
}
