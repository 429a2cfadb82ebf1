package io.caseclock.notify.signin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.signin.OpenStreams;
import io.caseclock.notify.signin.SessionValidity;
import io.caseclock.notify.signin.security.Provider.Said;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a site wants it, a session ends with the one at the provider. */
@QuarkusTest
@WithTestResource(
    value = ProviderAskedAboutTokens.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class RevokedSessionsTest {

  @Inject Office office;
  @Inject Sql sql;
  @Inject OpenStreams streams;

  @BeforeEach
  void open() {
    office.open();
    sql.update("delete from token_session");
  }

  @AfterEach
  void sayThatTokensHold() {
    Provider.said = Said.ACTIVE;
  }

  @Test
  void a_session_whose_token_holds_goes_on() {
    var session = Browsers.signedIn();

    Browsers.with(session).get("/").then().statusCode(200);
  }

  @Test
  void a_session_whose_token_was_revoked_ends_for_good() {
    var session = Browsers.signedIn();
    Provider.said = Said.REVOKED;

    await().until(() -> statusOf(session) == 401);

    assertThat(office.text("select count(*)::text from token_session")).isEqualTo("0");
    Provider.said = Said.ACTIVE;
    Browsers.with(session).get("/").then().statusCode(401);
  }

  @Test
  void a_provider_that_says_nothing_lets_nobody_in_and_ends_no_session() {
    var session = Browsers.signedIn();
    Provider.said = Said.NOTHING;

    await().until(() -> statusOf(session) == 503);
    Browsers.with(session)
        .get("/api/v1/notices")
        .then()
        .statusCode(503)
        .contentType(containsString("application/problem+json"));
    Browsers.with(session).get("/q/openapi").then().statusCode(503);

    Provider.said = Said.ACTIVE;
    Browsers.with(session).get("/").then().statusCode(200);
  }

  @ParameterizedTest
  @EnumSource(
      value = Said.class,
      names = {"REVOKED", "NOTHING"})
  void a_live_inbox_closes_when_its_token_does_not_hold(Said said) {
    var closed = new AtomicBoolean();
    var token = TestTokens.of("supervisor").name("chief").claim("jti", "live-" + said).sign();
    var validity = new SessionValidity(null, Instant.MAX, token);
    streams.watch("S1", validity, () -> closed.set(true)).orElseThrow();
    streams.closeEnded();
    assertThat(closed).isFalse();

    Provider.said = said;

    await().until(() -> streams.closeEnded() == 1);
    assertThat(closed).isTrue();
  }

  @Test
  void another_session_is_not_touched() {
    var revoked = Browsers.signedIn();
    Provider.said = Said.REVOKED;
    await().until(() -> statusOf(revoked) == 401);
    Provider.said = Said.ACTIVE;

    var later = Browsers.signedIn();

    Browsers.with(later).get("/").then().statusCode(200);
  }

  private static int statusOf(String session) {
    return Browsers.with(session).get("/").statusCode();
  }
}
