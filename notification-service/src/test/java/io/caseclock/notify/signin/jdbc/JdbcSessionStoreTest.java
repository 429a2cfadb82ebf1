package io.caseclock.notify.signin.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.signin.Account;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class JdbcSessionStoreTest {

  private static final Instant NOON = Instant.parse("2026-03-12T04:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3_600);
  private static final Account ACCOUNT =
      new Account("admin", "administrator", "D01", null, "示例管理员");

  @Inject Sql sql;
  @Inject Office office;
  @Inject TokenStateManager tokens;

  @BeforeEach
  void empty() {
    sql.update("delete from session");
    sql.update("delete from token_session");
  }

  @Test
  void a_session_is_found_until_it_ends_and_the_table_does_not_hold_its_id() {
    var sessions = new JdbcSessionStore(sql);
    sessions.begin("secret-id", ACCOUNT, NOON, ONE);

    assertThat(sessions.find("secret-id", ONE.minusMillis(1))).contains(ACCOUNT);
    assertThat(sessions.find("secret-id", ONE)).isEmpty();
    assertThat(sessions.find("other-id", NOON)).isEmpty();
    assertThat(office.text("select s::text from session s")).doesNotContain("secret-id");

    sessions.end("secret-id");
    assertThat(sessions.find("secret-id", NOON)).isEmpty();
  }

  @Test
  void tokens_are_found_by_their_id_alone_and_are_not_readable_in_the_table() {
    var kept = new JdbcTokenSessions(sql);
    kept.keep("secret-id", "token 中文", NOON, ONE);

    assertThat(kept.find("secret-id", NOON)).contains("token 中文");
    assertThat(kept.find("secret-id", ONE)).isEmpty();
    assertThat(kept.find("other-id", NOON)).isEmpty();
    assertThat(office.text("select encode(tokens, 'escape') from token_session"))
        .doesNotContain("token");

    kept.end("secret-id");
    assertThat(kept.find("secret-id", NOON)).isEmpty();
  }

  @Test
  void those_who_are_signed_in_are_told_apart_whichever_way_they_came() {
    var sessions = new JdbcSessionStore(sql);
    sessions.begin("account", ACCOUNT, NOON, ONE);
    new JdbcTokenSessions(sql).keep("provider", "tokens", NOON, ONE);

    assertThat(sessions.present(Set.of("account", "provider", "nobody"), NOON))
        .containsExactlyInAnyOrder("account", "provider");
    assertThat(sessions.present(Set.of("account", "provider"), ONE)).isEmpty();
  }

  @Test
  void what_has_run_out_is_swept_away_by_the_next_one() {
    var sessions = new JdbcSessionStore(sql);
    sessions.begin("old", ACCOUNT, NOON, ONE);
    sessions.begin("new", ACCOUNT, ONE, ONE.plusSeconds(60));

    assertThat(office.text("select count(*)::text from session")).isEqualTo("1");
  }

  @Test
  void a_providers_tokens_never_reach_the_browser_and_are_gone_after_signing_out() {
    var given = new AuthorizationCodeTokens("id-token", "access-token", "refresh-token", 300L);

    var cookie = tokens.createTokenState(ROUTING, CONFIG, given, atOnce()).await().indefinitely();
    var kept = tokens.getTokens(ROUTING, CONFIG, cookie, atOnce()).await().indefinitely();

    assertThat(cookie).hasSize(43).doesNotContain("token");
    assertThat(kept.getIdToken()).isEqualTo("id-token");
    assertThat(kept.getAccessToken()).isEqualTo("access-token");
    assertThat(kept.getRefreshToken()).isEqualTo("refresh-token");
    assertThat(kept.getAccessTokenExpiresIn()).isEqualTo(300L);

    tokens.deleteTokens(ROUTING, CONFIG, cookie, atOnce()).await().indefinitely();

    var gone = tokens.getTokens(ROUTING, CONFIG, cookie, atOnce());
    assertThatThrownBy(() -> gone.await().indefinitely())
        .isInstanceOf(AuthenticationFailedException.class);
  }

  private static final OidcTenantConfig CONFIG = OidcTenantConfig.builder().build();

  /** A request that says nothing of how long its cookie lasts. */
  private static final RoutingContext ROUTING =
      (RoutingContext)
          Proxy.newProxyInstance(
              RoutingContext.class.getClassLoader(),
              new Class<?>[] {RoutingContext.class},
              (proxy, method, arguments) -> null);

  private static <T> OidcRequestContext<T> atOnce() {
    return work -> Uni.createFrom().item(work);
  }
}
