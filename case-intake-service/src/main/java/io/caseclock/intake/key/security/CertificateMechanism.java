package io.caseclock.intake.key.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Takes the certificate that the caller has shown on this connection, and never one that a header
 * tells of. Whoever sends {@code Authorization} besides is refused: nothing says which of the two
 * was meant.
 */
@ApplicationScoped
public class CertificateMechanism implements HttpAuthenticationMechanism {

  private static final int BEFORE_THE_KEYS = 3_000;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    var shown = shown(context.request().sslSession());
    if (shown.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
      return Uni.createFrom().failure(new AuthenticationFailedException("two credentials"));
    }
    return KeyLookup.of(new CertificateAuthentication(shown.get()), context, providers);
  }

  /** The first of the chain is the caller's own. */
  private static Optional<X509Certificate> shown(@Nullable SSLSession session) {
    if (session == null) {
      return Optional.empty();
    }
    try {
      return Optional.of((X509Certificate) session.getPeerCertificates()[0]);
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty(); // none was shown
    }
  }

  /** The other mechanisms say how to sign in. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(CertificateAuthentication.class);
  }

  @Override
  public int getPriority() {
    return BEFORE_THE_KEYS;
  }
}
