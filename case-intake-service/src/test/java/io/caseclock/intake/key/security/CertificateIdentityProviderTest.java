package io.caseclock.intake.key.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.intake.key.ApiKey;
import io.caseclock.intake.key.ApiKeys;
import io.caseclock.intake.key.Credential;
import io.caseclock.intake.key.KeyKind;
import io.caseclock.intake.key.KeyRing;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection may be older than the end of the certificate that was shown on it. */
class CertificateIdentityProviderTest {

  @Test
  void a_certificate_opens_its_key_until_it_ends(@TempDir Path folder) {
    var issued = TestAuthority.in(folder.resolve("authority.p12")).client("precinct");
    var end = issued.certificate().getNotAfter().toInstant();
    var asked = new CertificateAuthentication(issued.certificate());
    var keys = new OneKey(issued.fingerprint().hash());

    var before = provider(keys, end.minusMillis(1)).authenticate(asked, new AtOnce());

    assertThat(before.await().indefinitely().getPrincipal().getName()).isEqualTo("old-system");
    for (var now : List.of(end, end.plusMillis(1))) {
      var later = provider(keys, now).authenticate(asked, new AtOnce());
      assertThatThrownBy(() -> later.await().indefinitely())
          .isInstanceOf(AuthenticationFailedException.class);
    }
  }

  private static CertificateIdentityProvider provider(ApiKeys keys, Instant now) {
    return new CertificateIdentityProvider(new KeyRing(keys, () -> now, () -> 0L), () -> now);
  }

  /** Looks up on the thread that asks. */
  private static final class AtOnce implements AuthenticationRequestContext {
    @Override
    public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> lookup) {
      return Uni.createFrom().item(lookup);
    }
  }

  /** A key of a certificate, which nobody changes. */
  private record OneKey(byte[] hash) implements ApiKeys {

    @Override
    public List<Opened> opened() {
      var key =
          new ApiKey(
              "k1",
              KeyKind.CERTIFICATE,
              "old-system",
              List.of("D0101"),
              Set.of(),
              "admin",
              Instant.EPOCH,
              null,
              null);
      return List.of(new Opened(key, List.of(new Held(hash, null))));
    }

    @Override
    public Outcome add(ApiKey key, byte[] hash) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome rotate(String id, Credential credential, Instant now, Instant formerUntil) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean revoke(String id, String by, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void used(String id, Instant at) {}
  }
}
