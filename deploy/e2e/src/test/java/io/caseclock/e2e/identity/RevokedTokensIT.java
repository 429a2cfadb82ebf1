package io.caseclock.e2e.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a site wants it, a token that the provider took back is refused before its end. */
@Tag("keycloak")
@ExtendWith(Installation.Shared.class)
class RevokedTokensIT {

  private static final int WITHIN_SECONDS = 2;

  /** Tokens of the realm are good for five minutes, so that nothing ends by itself meanwhile. */
  private static final Duration PATIENCE = Duration.ofSeconds(WITHIN_SECONDS + 15);

  private static Installation asking;

  private final Installation usual;
  private final Keycloak keycloak;

  RevokedTokensIT(Installation usual) {
    this.usual = usual;
    this.keycloak = usual.keycloak();
  }

  @BeforeAll
  static void start(Installation usual) {
    asking =
        usual.beside(
            Map.of(
                "CASECLOCK_TOKENS_REVOKED_WITHIN",
                WITHIN_SECONDS + "s",
                "QUARKUS_OIDC_INTROSPECTION_CREDENTIALS_NAME",
                "caseclock",
                "QUARKUS_OIDC_INTROSPECTION_CREDENTIALS_SECRET",
                usual.keycloak().secret()));
    usual.keycloak().leadTo(asking.console("/"));
  }

  @AfterAll
  static void end() {
    asking.leave();
  }

  @Test
  void a_token_that_its_client_took_back_is_refused_at_every_service() {
    var token = keycloak.token("directory");
    var another = keycloak.token("directory");
    services(asking).forEach(it -> assertThat(asking.statusAt(it, token)).isEqualTo(200));
    services(usual).forEach(it -> assertThat(usual.statusAt(it, token)).isEqualTo(200));

    keycloak.revoke("directory", token);

    services(asking).forEach(it -> untilRefused(it, token));
    services(asking).forEach(it -> assertThat(asking.statusAt(it, another)).isEqualTo(200));
    services(usual)
        .forEach(
            it ->
                assertThat(usual.statusAt(it, token))
                    .as("without the setting it is good until its end")
                    .isEqualTo(200));
  }

  @Test
  void the_token_of_somebody_who_signed_out_is_refused() {
    var signedIn = keycloak.signIn("sample-administrator");
    var token = signedIn.path("access_token").asText();
    services(asking).forEach(it -> assertThat(asking.statusAt(it, token)).isEqualTo(200));

    keycloak.signOut(signedIn.path("refresh_token").asText());

    services(asking).forEach(it -> untilRefused(it, token));
  }

  @Test
  void a_session_of_the_console_ends_with_the_one_at_the_provider() throws IOException {
    var browser = new Browser();
    var console = asking.console("/");
    var signedIn = browser.signIn(console, "sample-officer", keycloak.password());
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
    Awaitility.await()
        .during(Duration.ofSeconds(WITHIN_SECONDS + 1))
        .until(() -> browser.open(console).statusCode() == 200);

    keycloak.endSessions("sample-officer");

    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> browser.open(console).statusCode() == 401);
    assertThat(Browser.isSignInForm(browser.open(console))).isTrue();
  }

  @Test
  void what_is_wrong_with_a_token_is_found_as_before() {
    var other = keycloak.token("precinct-of-another-system");
    assertThat(asking.file(other, "9901", "revoked-audience").statusCode()).isEqualTo(401);
    var foreign = keycloak.foreignToken();
    assertThat(asking.file(foreign, "9901", "revoked-issuer").statusCode()).isEqualTo(401);
    var good = keycloak.token("precinct-9901");
    assertThat(asking.file(good, "9901", "revoked-good").statusCode()).isEqualTo(202);
  }

  private static void untilRefused(URI service, String token) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> asking.statusAt(service, token) == 401);
  }

  private static List<URI> services(Installation installation) {
    var stack = installation.stack();
    return List.of(stack.intakeUrl(), stack.monitorUrl(), stack.consoleUrl());
  }
}
