package io.caseclock.e2e.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A precinct's own system posts with a token that it gets by client credentials. */
@Tag("keycloak")
@ExtendWith(Installation.Shared.class)
class PrecinctSystemIT {

  private static final String STATION = "9901";

  private final Installation installation;

  PrecinctSystemIT(Installation installation) {
    this.installation = installation;
  }

  @Test
  void posts_events_of_its_own_unit() {
    var token = installation.keycloak().token("precinct-9901");

    var answer = installation.file(token, STATION, "own-1");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  @Test
  void may_not_post_for_another_unit() {
    var token = installation.keycloak().token("precinct-9901");

    var answer = installation.file(token, "9902", "foreign-1");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("urn:caseclock:problem:not-allowed");
  }

  @Test
  void may_not_post_without_its_role() {
    var token = installation.keycloak().token("precinct-without-role");

    var answer = installation.file(token, STATION, "without-role-1");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("urn:caseclock:problem:not-allowed");
  }

  @Test
  void is_not_known_by_a_token_for_another_audience() {
    var token = installation.keycloak().token("precinct-of-another-system");

    var answer = installation.file(token, STATION, "audience-1");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("urn:caseclock:problem:not-signed-in");
  }

  @Test
  void is_not_known_by_a_token_of_another_issuer() {
    var token = installation.keycloak().foreignToken();

    var answer = installation.file(token, STATION, "issuer-1");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("urn:caseclock:problem:not-signed-in");
  }
}
