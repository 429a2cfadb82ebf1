package io.caseclock.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTimesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");
  private final TokenTimes check = new TokenTimes(30, () -> NOW);

  @ParameterizedTest
  @ValueSource(longs = {-3_600, 0, 29, 30})
  void a_token_of_the_past_or_within_the_skew_is_taken(long ahead) throws Exception {
    assertThat(check.validate(issued(ahead))).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 3_600})
  void a_token_of_the_future_is_refused(long ahead) throws Exception {
    assertThat(check.validate(issued(ahead))).contains("future");
  }

  @Test
  void a_token_that_never_ends_is_refused() throws Exception {
    var claims = claims(0);
    claims.unsetClaim("exp");

    assertThat(check.validate(context(claims))).contains("never ends");
  }

  private static JwtContext issued(long ahead) throws MalformedClaimException {
    return context(claims(ahead));
  }

  private static JwtClaims claims(long ahead) {
    var claims = new JwtClaims();
    claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond() + ahead));
    claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 7_200));
    return claims;
  }

  private static JwtContext context(JwtClaims claims) {
    return new JwtContext("", claims, List.of());
  }
}
