package io.caseclock.notify.signin.file;

import com.fasterxml.jackson.core.type.TypeReference;
import io.caseclock.notify.signin.SignIn;
import io.caseclock.notify.signin.SignInOutcome;
import io.caseclock.notify.signin.SignInOutcome.Refused;
import io.caseclock.notify.signin.SignInOutcome.SignedIn;
import io.caseclock.wire.Json;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts and the signing key that the local launcher wrote. */
public final class LocalSignIn implements SignIn {

  public static final Duration SESSION = Duration.ofHours(8);
  private static final String ISSUER = "https://caseclock.local";
  private static final TypeReference<List<Account>> ACCOUNTS = new TypeReference<>() {};

  private final List<Account> accounts;
  private final PrivateKey key;

  public LocalSignIn(Path usersFile, Path privateKeyFile) {
    try {
      accounts = Json.MAPPER.readValue(Files.readAllBytes(usersFile), ACCOUNTS);
      key = key(Files.readString(privateKeyFile));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "caseclock.local.users-file or caseclock.local.private-key-file is not readable", e);
    }
  }

  @Override
  public boolean isOffered() {
    return true;
  }

  /** Looks at every account, so that the time taken tells nothing about the names. */
  @Override
  public SignInOutcome attempt(String username, String password) {
    SignInOutcome outcome = new Refused();
    for (var account : accounts) {
      var sameName = same(account.username(), username);
      var samePassword = same(account.password(), password);
      if (sameName & samePassword) {
        outcome = new SignedIn(mint(account));
      }
    }
    return outcome;
  }

  private static boolean same(String known, String given) {
    return MessageDigest.isEqual(
        known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private String mint(Account account) {
    var claims =
        Jwt.issuer(ISSUER)
            .subject(account.username())
            .groups(Set.of(account.role()))
            .claim("unit", account.unit())
            .claim("name", account.name())
            .expiresIn(SESSION);
    if (account.officer() != null) {
      claims.claim("officer", account.officer());
    }
    return claims.sign(key);
  }

  private static PrivateKey key(String pem) {
    var body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("caseclock.local.private-key-file holds no RSA key", e);
    }
  }

  /** A built-in account. */
  private record Account(
      String username,
      String password,
      String role,
      String unit,
      @Nullable String officer,
      String name) {

    /** Leaves out the password and the name. */
    @Override
    public String toString() {
      return "Account[" + username + " " + role + "]";
    }
  }
}
