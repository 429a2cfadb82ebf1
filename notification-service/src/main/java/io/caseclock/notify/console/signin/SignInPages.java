package io.caseclock.notify.console.signin;

import io.caseclock.audit.Actor;
import io.caseclock.audit.rest.RequestActor;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.signin.Account;
import io.caseclock.notify.signin.Sessions;
import io.caseclock.notify.signin.SignIn;
import io.caseclock.notify.signin.SignInOutcome.Refused;
import io.caseclock.notify.signin.SignInOutcome.SignedIn;
import io.caseclock.notify.signin.SignInOutcome.TooSoon;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in with a built-in account; where there are none, only the page after signing out exists.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@PermitAll
public class SignInPages {

  private static final Logger LOGGER = LoggerFactory.getLogger(SignInPages.class);
  private static final int TOO_MANY = 429;
  private static final Pattern OWN_PATH = Pattern.compile("/(?:[A-Za-z0-9][A-Za-z0-9/_.?=&-]*)?");

  private static final Pattern STATE =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final SignIn signIn;
  private final Sessions sessions;
  private final PageContext page;
  private final RequestActor actor;

  @Inject
  SignInPages(SignIn signIn, Sessions sessions, PageContext page, RequestActor actor) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.page = page;
    this.actor = actor;
  }

  @GET
  @Path("sign-in")
  public Response form(
      @QueryParam("next") @Nullable String next, @QueryParam("ended") @Nullable String ended) {
    requireOffered();
    var isEnded = Parameters.flag("ended", Blank.dropped(ended));
    return form(200, next, "", isEnded ? texts().ended() : "");
  }

  @POST
  @Path("sign-in")
  public Response signIn(
      @FormParam("username") @Nullable String username,
      @FormParam("password") @Nullable String password,
      @FormParam("next") @Nullable String next,
      @CookieParam(Sessions.COOKIE) @Nullable String before,
      @Context HttpServerRequest request) {
    requireOffered();
    var name = Objects.toString(username, "");
    var secret = Objects.toString(password, "");
    return switch (signIn.attempt(name, secret, address(request))) {
      case SignedIn in -> {
        actor.set(actor(in.account()));
        var id = sessions.begin(in.account(), Optional.ofNullable(before));
        var lasts = Math.toIntExact(Sessions.LONGEST.toSeconds());
        yield Response.seeOther(URI.create(ownPath(next)))
            .cookie(session(id, lasts, request.isSSL()))
            .build();
      }
      case Refused refused -> {
        LOGGER.atWarn().log("sign-in refused");
        actor.set(signIn.find(name).map(SignInPages::actor).orElse(Actor.UNKNOWN));
        yield form(401, next, name, texts().failed());
      }
      case TooSoon soon -> {
        LOGGER.atWarn().log("sign-in braked");
        yield Response.fromResponse(form(TOO_MANY, next, name, texts().tooSoon()))
            .header(HttpHeaders.RETRY_AFTER, soon.pause().toSeconds() + 1)
            .build();
      }
    };
  }

  private static Actor actor(Account account) {
    return new Actor(
        account.username(), account.officer(), List.of(account.role()), account.unit());
  }

  /** Whose request it is; behind a proxy only if {@code quarkus.http.proxy} trusts that one. */
  private static String address(HttpServerRequest request) {
    var from = request.remoteAddress();
    return from == null ? "" : Objects.toString(from.hostAddress(), "");
  }

  /** Ends the session here and in every replica, not only in this browser. */
  @POST
  @Path("sign-out")
  public Response signOut(
      @CookieParam(Sessions.COOKIE) @Nullable String id, @Context HttpServerRequest request) {
    requireOffered();
    if (id != null) {
      sessions.end(id);
    }
    return Response.seeOther(URI.create("/sign-in"))
        .cookie(session("", 0, request.isSSL()), UnitCookie.forgetting(request.isSSL()))
        .build();
  }

  /**
   * Where a provider leads after signing out; whoever comes here is a stranger again.
   *
   * @param state the UUID that the provider gives back; there is nothing more to do with it
   */
  @GET
  @Path("signed-out")
  public Response signedOut(
      @QueryParam("state") @Nullable String state, @Context HttpServerRequest request) {
    if (state != null && (signIn.isOffered() || !STATE.matcher(state).matches())) {
      throw Parameters.refused("state", "comes from a provider, or is left out");
    }
    return Response.fromResponse(page.show(200, new SignedOut()))
        .cookie(UnitCookie.forgetting(request.isSSL()))
        .build();
  }

  private Response form(int status, @Nullable String next, String username, String failed) {
    return page.show(status, new SignInForm(ownPath(next), username, failed));
  }

  private SignInTexts texts() {
    return page.texts(SignInTexts.class);
  }

  private void requireOffered() {
    if (!signIn.isOffered()) {
      throw new NotFoundException();
    }
  }

  /** Never leads to another site. */
  static String ownPath(@Nullable String next) {
    return next != null && OWN_PATH.matcher(next).matches() ? next : "/";
  }

  private static NewCookie session(String id, int seconds, boolean secure) {
    return new NewCookie.Builder(Sessions.COOKIE)
        .value(id)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  /**
   * The form.
   *
   * @param next where it leads
   * @param username that was typed
   * @param failed why the last attempt failed; empty before the first
   */
  @CheckedTemplate(basePath = "signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record SignInForm(String next, String username, String failed) implements TemplateInstance {}

  @CheckedTemplate(basePath = "signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record SignedOut() implements TemplateInstance {}
}
