package io.caseclock.local.secret;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Signs bearer tokens for the local stack. They hold for eight hours of the system's clock, however
 * far the stack's own clock was moved.
 */
public final class TokenIssuer {

  public static final String ISSUER = "https://caseclock.local";
  public static final String AUDIENCE = "caseclock";
  public static final Duration LIFETIME = Duration.ofHours(8);

  private final PrivateKey key;
  private final InstantSource systemClock;

  TokenIssuer(PrivateKey key, InstantSource systemClock) {
    this.key = key;
    this.systemClock = systemClock;
  }

  /**
   * Returns a token.
   *
   * @param unit the unit whose subtree the bearer sees
   * @param officer the officer that the bearer is; null for a machine
   */
  public String issue(String username, LocalRole role, String unit, @Nullable String officer) {
    return issue(username, role, unit, officer, List.of());
  }

  /** Returns a token of one unit, with further sources. */
  public String issue(
      String username,
      LocalRole role,
      String unit,
      @Nullable String officer,
      List<String> sources) {
    return issue(username, role, List.of(unit), officer, sources);
  }

  /**
   * Returns a token.
   *
   * @param units those that the bearer acts in, one at a time; at least one
   * @param sources event sources that the bearer may post for, beside those that a system of the
   *     unit has anyway; a trailing {@code *} stands for whatever follows
   */
  public String issue(
      String username,
      LocalRole role,
      List<String> units,
      @Nullable String officer,
      List<String> sources) {
    var now = systemClock.instant();
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(username);
    claims.setClaim("upn", username);
    claims.setStringListClaim("groups", List.of(role.claim()));
    claims.setClaim("unit", units.size() == 1 ? units.getFirst() : units);
    if (officer != null) {
      claims.setClaim("officer", officer);
    }
    var own =
        role == LocalRole.PRECINCT_SYSTEM
            ? units.stream().flatMap(unit -> LocalUnits.sourcesOf(unit).stream())
            : Stream.<String>empty();
    claims.setStringListClaim("sources", Stream.concat(own, sources.stream()).distinct().toList());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
    claims.setGeneratedJwtId();
    return sign(claims);
  }

  private String sign(JwtClaims claims) {
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setHeader("typ", "JWT");
    signature.setKey(key);
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a token cannot be signed", e);
    }
  }
}
