package io.caseclock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableLinePageTest {

  @Test
  void it_says_in_both_languages_what_cannot_be_read_and_runs_nothing_of_it() {
    assertThat(page("/search?q=1&%3Cb%3E=%00"))
        .contains("无法显示", "Cannot be shown", "<li><bdi>&lt;b&gt;</bdi></li>")
        .doesNotContain("<b>");
    assertThat(page("/search?q=" + "%")).contains("<bdi>q</bdi>");
    assertThat(page("/%ff")).doesNotContain("<ul>");
  }

  @Test
  void it_stays_small_whatever_is_sent() {
    assertThat(page("/x?" + ("&" + "n".repeat(900) + "=%00").repeat(100))).hasSizeLessThan(3_000);
  }

  @ParameterizedTest
  @CsvSource({
    "/search, 'text/html,*/*;q=0.8', true",
    "/search, */*, false",
    "/search, , false",
    "/api/v1/cases, text/html, false",
    "/q/health, text/html, false"
  })
  void only_a_browser_is_told_on_a_page(String path, String accept, boolean isPage) {
    assertThat(AskedForPage.is(path, accept)).isEqualTo(isPage);
  }

  private static String page(String line) {
    return UnreadableLinePage.of(RequestLine.fault(line).orElseThrow());
  }
}
