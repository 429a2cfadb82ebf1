package io.caseclock.notify.signin.security;

import io.caseclock.notify.signin.Account;
import io.caseclock.notify.signin.AccountTokens;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Signs with the key of the local stack. Such a token holds for a minute, is sent to the monitor
 * only, and never reaches a browser.
 */
public final class SignedAccountTokens implements AccountTokens {

  static final Duration LIFETIME = Duration.ofMinutes(1);

  private static final String ISSUER = "https://caseclock.local";
  private static final String AUDIENCE = "caseclock";

  private final PrivateKey key;
  private final InstantSource clock;

  /**
   * Reads the key once.
   *
   * @param keyFile PEM of an RSA key (PKCS 8)
   * @param clock real time, by which the other services judge tokens
   */
  public SignedAccountTokens(Path keyFile, InstantSource clock) {
    this.key = read(keyFile);
    this.clock = clock;
  }

  @Override
  public String issue(Account account) {
    var now = clock.instant();
    var claims =
        Jwt.issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(account.username())
            .upn(account.username())
            .groups(account.role())
            .claim("unit", account.unitClaim())
            .issuedAt(now)
            .expiresAt(now.plus(LIFETIME));
    if (account.officer() != null) {
      claims.claim("officer", account.officer());
    }
    return claims.sign(key);
  }

  private static PrivateKey read(Path file) {
    try {
      var body = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
      return KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (IOException e) {
      throw new UncheckedIOException("caseclock.local.private-key-file is not readable", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("caseclock.local.private-key-file holds no RSA key", e);
    }
  }
}
