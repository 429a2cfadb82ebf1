package io.caseclock.intake.key.security;

import io.caseclock.intake.key.KeySecret;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code Authorization: ApiKey ID.SECRET}. Whoever sends anything else behind that word, or
 * the header twice, is refused and never taken for somebody without a key.
 */
@ApplicationScoped
public class ApiKeyMechanism implements HttpAuthenticationMechanism {

  private static final String HEADER = "Authorization";
  private static final String SCHEME = "ApiKey";
  private static final Pattern KEY =
      Pattern.compile("(?i:" + SCHEME + ") ([0-9a-f]{16})\\.([A-Za-z0-9_-]{43})");
  private static final int BEFORE_THE_OTHERS = 2_000;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    var headers = context.request().headers().getAll(HEADER);
    if (headers.stream().noneMatch(ApiKeyMechanism::isOfKey)) {
      return Uni.createFrom().nullItem();
    }
    var key = KEY.matcher(headers.getFirst());
    if (headers.size() > 1 || !key.matches()) {
      return Uni.createFrom().failure(new AuthenticationFailedException("not a key"));
    }
    var request = new ApiKeyAuthentication(key.group(1), KeySecret.of(key.group(2)));
    return KeyLookup.of(request, context, providers);
  }

  private static boolean isOfKey(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** The other mechanisms say how to sign in. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(ApiKeyAuthentication.class);
  }

  @Override
  public int getPriority() {
    return BEFORE_THE_OTHERS;
  }
}
