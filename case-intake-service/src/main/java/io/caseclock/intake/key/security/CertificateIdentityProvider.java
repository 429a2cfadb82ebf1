package io.caseclock.intake.key.security;

import io.caseclock.intake.key.Fingerprint;
import io.caseclock.intake.key.KeyRing;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;

/**
 * A certificate has the rights of the key for which it is registered. That its authority is known
 * was checked when the connection was opened; whether it has ended since is looked at again.
 */
@ApplicationScoped
public class CertificateIdentityProvider implements IdentityProvider<CertificateAuthentication> {

  private final KeyRing ring;
  private final InstantSource clock;

  @Inject
  CertificateIdentityProvider(KeyRing ring, InstantSource clock) {
    this.ring = ring;
    this.clock = clock;
  }

  @Override
  public Class<CertificateAuthentication> getRequestType() {
    return CertificateAuthentication.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      CertificateAuthentication request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request.certificate()));
  }

  private SecurityIdentity identity(X509Certificate certificate) {
    if (!certificate.getNotAfter().toInstant().isAfter(clock.instant())) {
      throw new AuthenticationFailedException("the certificate has ended");
    }
    return ring.open(fingerprint(certificate))
        .map(ApiKeyPrincipal::identity)
        .orElseThrow(() -> new AuthenticationFailedException("no such certificate"));
  }

  private static Fingerprint fingerprint(X509Certificate certificate) {
    try {
      return Fingerprint.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new AuthenticationFailedException("no certificate", e);
    }
  }
}
