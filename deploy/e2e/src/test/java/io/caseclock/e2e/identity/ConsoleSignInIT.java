package io.caseclock.e2e.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in to the console by the code flow with PKCE, and out again. */
@Tag("keycloak")
@ExtendWith(Installation.Shared.class)
class ConsoleSignInIT {

  private static final Pattern VISITOR = Pattern.compile("class=\"visitor-role\">([^<]*)<");

  private final Installation installation;
  private final Browser browser = new Browser();

  ConsoleSignInIT(Installation installation) {
    this.installation = installation;
  }

  @Test
  void leads_to_the_provider_with_a_challenge() throws IOException {
    var led = parameters(location(browser.ask(installation.console("/"))));

    assertThat(led)
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsKey("state");
    assertThat(led.get("code_challenge")).hasSizeGreaterThan(40);
    assertThat(led.get("redirect_uri")).startsWith(installation.console("/").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "sample-supervisor, 督察 · 示例分局",
    "sample-officer, 办案民警 · 甲派出所（示例）",
    "sample-administrator, 管理员 · 示例分局",
    "sample-auditor, 审计员 · 示例分局"
  })
  void shows_who_signed_in(String user, String place) throws IOException {
    var signedIn = signIn(user);

    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
    assertThat(signedIn.uri().getAuthority()).isEqualTo(installation.console("/").getAuthority());
    // The names of units arrive by a topic.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(visitor(browser.open(installation.console("/")))).isEqualTo(place));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample-without-unit", "sample-gardener"})
  void refuses_whose_claims_give_no_place(String user) throws IOException {
    var page = signIn(user);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(403);
  }

  @Test
  void ends_the_session_here_and_at_the_provider() throws IOException {
    assertThat(signIn("sample-supervisor").statusCode()).isEqualTo(200);
    var stolen = browser.copy();
    stolen.forget(installation.keycloak().issuer());

    var left = browser.open(installation.console("/sign-out"));

    assertThat(left.uri().getPath()).isEqualTo("/signed-out");
    assertThat(browser.visited()).anyMatch(it -> it.getPath().endsWith("/logout"));
    var again = browser.open(installation.console("/"));
    assertThat(Browser.isSignInForm(again)).as(browser.visited() + again.body()).isTrue();
    assertThat(stolen.open(installation.console("/")).statusCode()).isEqualTo(401);
  }

  @Test
  void leads_nobody_elsewhere() throws IOException {
    var forwarded =
        browser.ask(
            installation.console("/"),
            "X-Forwarded-Host",
            "elsewhere.invalid",
            "Forwarded",
            "host=elsewhere.invalid");
    assertThat(parameters(location(forwarded)).get("redirect_uri"))
        .startsWith(installation.console("/").toString());

    assertThat(signIn("sample-supervisor").statusCode()).isEqualTo(200);
    var leaving =
        browser.ask(
            installation.console("/sign-out?post_logout_redirect_uri=https://elsewhere.invalid"));
    assertThat(parameters(location(leaving)))
        .containsEntry("post_logout_redirect_uri", installation.console("/signed-out").toString());
  }

  @Test
  void the_provider_refuses_another_address_to_come_back_to() throws IOException {
    var led = location(browser.ask(installation.console("/"))).toString();
    var own = parameters(URI.create(led)).get("redirect_uri");

    var bent =
        led.replaceFirst("redirect_uri=[^&]*", "redirect_uri=https%3A%2F%2Felsewhere.invalid%2F");

    assertThat(own).isNotNull();
    assertThat(browser.open(URI.create(bent)).statusCode()).isEqualTo(400);
  }

  @Test
  void whoever_is_shut_out_at_the_provider_is_out_when_the_token_ends() throws IOException {
    var keycloak = installation.keycloak();
    keycloak.lifespan(1);
    try {
      assertThat(signIn("sample-leaver").statusCode()).isEqualTo(200);
    } finally {
      keycloak.lifespan(300);
    }

    keycloak.disable("sample-leaver");

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> Browser.isSignInForm(browser.open(installation.console("/"))));
    assertThat(Browser.isSignInForm(signIn("sample-leaver"))).isTrue();
  }

  private static String visitor(HttpResponse<String> page) {
    var shown = VISITOR.matcher(page.body());
    return shown.find() ? shown.group(1) : page.body();
  }

  private HttpResponse<String> signIn(String user) throws IOException {
    return browser.signIn(installation.console("/"), user, installation.keycloak().password());
  }

  private static URI location(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private static Map<String, String> parameters(URI address) {
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
