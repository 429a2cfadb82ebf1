package io.caseclock.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import io.caseclock.e2e.console.SampleConsole.Running;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Takes the pictures that documents show, into {@code target/pictures}; those that changed for good
 * reason, and are no larger than 200 KiB, are copied to {@code docs/images}.
 */
@ExtendWith(SampleConsole.class)
class PicturesIT {

  private static final Path TARGET = Path.of("target/pictures");

  @ParameterizedTest
  @CsvSource({
    "overview, /, 1280, 900",
    "overview-phone, /, 390, 800",
    "deadlines, /deadlines?due=overdue, 1280, 900",
    "indicators, /indicators, 1280, 900",
    "calculator, /calculator, 1280, 900",
    "wall, /wall, 1920, 1080"
  })
  void a_page_is_pictured_as_it_is(
      String name, String path, int width, int height, Running console) {
    picture(console, name, path, new NewContextOptions().setViewportSize(width, height));
  }

  @ParameterizedTest
  @CsvSource({"case, 1280, 1100"})
  void a_case_is_pictured_as_it_is(String name, int width, int height, Running console) {
    var caseId =
        console
            .suite()
            .monitor("/api/v1/deadlines?status=breached&list=case-closing&limit=1")
            .text("deadlines/0/caseId");
    assertThat(caseId).isNotEmpty();
    picture(
        console, name, "/cases/" + caseId, new NewContextOptions().setViewportSize(width, height));
  }

  private static void picture(
      Running console, String name, String path, NewContextOptions options) {
    try (var visit = console.signedIn("supervisor", options)) {
      visit.open(path).settle();

      var picture =
          visit.page().screenshot(new ScreenshotOptions().setPath(TARGET.resolve(name + ".png")));

      assertThat(picture).isNotEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }
}
