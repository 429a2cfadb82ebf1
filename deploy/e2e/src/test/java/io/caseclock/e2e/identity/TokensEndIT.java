package io.caseclock.e2e.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens end by their time, within the skew of the clocks, and with the key that signed them. */
@Tag("keycloak")
@ExtendWith(Installation.Shared.class)
class TokensEndIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Installation installation;
  private final Keycloak keycloak;

  TokensEndIT(Installation installation) {
    this.installation = installation;
    this.keycloak = installation.keycloak();
  }

  @Test
  void a_token_is_good_until_its_end_and_the_skew() {
    var token = keycloak.token("precinct-short");
    var endsAt = Instant.ofEpochSecond(endOf(token));
    List<Instant> accepted = new ArrayList<>();

    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              var askedAt = Instant.now();
              var status = installation.statusAt(installation.stack().intakeUrl(), token);
              if (status != 401) {
                assertThat(status).isEqualTo(200);
                accepted.add(askedAt);
              }
              return status == 401;
            });

    assertThat(Instant.now()).isAfterOrEqualTo(endsAt.plusSeconds(Installation.SKEW_SECONDS));
    assertThat(accepted.getLast()).isAfter(endsAt);
  }

  @Test
  void keys_change_under_running_services() {
    var services =
        List.of(
            installation.stack().consoleUrl(),
            installation.stack().intakeUrl(),
            installation.stack().monitorUrl());
    keycloak.addKey(200);
    var first = keycloak.token("directory");
    services.forEach(service -> untilStatus(200, service, first));

    // A key that is unknown and then another one: neither waits for the other.
    services.forEach(
        service -> assertThat(installation.statusAt(service, ofUnknownKey(first))).isEqualTo(401));
    keycloak.addKey(300);
    var second = keycloak.token("directory");
    assertThat(header(second)).isNotEqualTo(header(first));
    services.forEach(service -> untilStatus(200, service, second));
    services.forEach(service -> assertThat(installation.statusAt(service, first)).isEqualTo(200));

    // A key that is published no longer is forgotten with the next key that is new.
    keycloak.removeKey("rsa-200");
    keycloak.addKey(400);
    var third = keycloak.token("directory");
    services.forEach(service -> untilStatus(200, service, third));
    services.forEach(service -> assertThat(installation.statusAt(service, first)).isEqualTo(401));
  }

  private void untilStatus(int status, URI service, String token) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> installation.statusAt(service, token) == status);
  }

  private static String ofUnknownKey(String token) {
    var header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"nobody-knows\"}";
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + token.substring(token.indexOf('.'));
  }

  private static String header(String token) {
    return token.substring(0, token.indexOf('.'));
  }

  private static long endOf(String token) {
    var claims =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    return Long.parseLong(claims.replaceFirst(".*\"exp\":(\\d+).*", "$1"));
  }
}
