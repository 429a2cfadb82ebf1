package io.caseclock.notify.signin.security;

import static io.netty.handler.codec.http.HttpResponseStatus.SEE_OTHER;
import static io.netty.handler.codec.http.HttpResponseStatus.UNAUTHORIZED;

import io.caseclock.notify.signin.Sessions;
import io.caseclock.notify.signin.SignIn;
import io.caseclock.rest.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Looks up the session that the cookie names, and sends a browser that has none to the sign-in
 * page. Only where built-in accounts exist. What the cookie holds is no token: as bearer it opens
 * nothing.
 */
@ApplicationScoped
public class SessionCookieMechanism implements HttpAuthenticationMechanism {

  /** With this header the console's script asks for a part of a page, */
  private static final String PART_OF_PAGE = "HX-Request";

  /** and with this one it is told to open a whole one instead. */
  private static final String WHOLE_PAGE = "HX-Redirect";

  private static final int BEFORE_THE_OTHERS = 2_000;

  /** Who is signed in cannot be looked up while the database is away. */
  private static final int UNAVAILABLE = 503;

  private final SignIn signIn;

  @Inject
  SessionCookieMechanism(SignIn signIn) {
    this.signIn = signIn;
  }

  /** A request with an expired cookie counts as one without any: the sign-in page must open. */
  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    var cookie = context.request().getCookie(Sessions.COOKIE);
    if (!signIn.isOffered()
        || cookie == null
        || context.request().headers().contains("Authorization")) {
      return Uni.createFrom().nullItem();
    }
    var request = new SessionRequest(cookie.getValue());
    HttpSecurityUtils.setRoutingContextAttribute(request, context);
    return providers
        .authenticate(request)
        .onFailure(AuthenticationFailedException.class)
        .recoverWithNull()
        .onFailure(Problems::isTransient)
        .transform(away -> new HttpException(UNAVAILABLE, away));
  }

  /** Whoever sent a form learns that nothing of it was saved; it is not sent again by itself. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    if (!signIn.isOffered() || !isPage(context)) {
      return Uni.createFrom().nullItem();
    }
    var signInPage = isRead(context) ? "/sign-in?next=" + next(context) : "/sign-in?ended=true";
    return Uni.createFrom()
        .item(
            context.request().headers().contains(PART_OF_PAGE)
                ? new ChallengeData(UNAUTHORIZED.code(), WHOLE_PAGE, signInPage)
                : new ChallengeData(SEE_OTHER.code(), "Location", signInPage));
  }

  private static String next(RoutingContext context) {
    return URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8);
  }

  /** A part of a page leads nowhere by itself. */
  private static boolean isRead(RoutingContext context) {
    return context.request().method().equals(HttpMethod.GET)
        && !context.request().headers().contains(PART_OF_PAGE);
  }

  private static boolean isPage(RoutingContext context) {
    var path = context.request().path();
    return !path.startsWith("/api/") && !path.startsWith("/q/");
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(SessionRequest.class);
  }

  @Override
  public int getPriority() {
    return BEFORE_THE_OTHERS;
  }
}
