package io.caseclock.notify.console;

import io.caseclock.notify.signin.SignIn;
import io.caseclock.notify.signin.SignInOutcome.Refused;
import io.caseclock.notify.signin.SignInOutcome.SignedIn;
import io.caseclock.notify.signin.SignInOutcome.TooSoon;
import io.caseclock.notify.signin.file.LocalSignIn;
import io.caseclock.notify.signin.security.SessionCookieMechanism;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in with a built-in account; where there are none, these pages do not exist. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@PermitAll
public class SignInResource {

  private static final Logger LOGGER = LoggerFactory.getLogger(SignInResource.class);
  private static final int TOO_MANY = 429;
  private static final Pattern OWN_PATH = Pattern.compile("/(?:[A-Za-z0-9][A-Za-z0-9/_.?=&-]*)?");

  private final SignIn signIn;
  private final Frame frame;
  private final Template page;

  @Inject
  SignInResource(SignIn signIn, Frame frame, @Location("console/sign-in") Template page) {
    this.signIn = signIn;
    this.frame = frame;
    this.page = page;
  }

  @GET
  @Path("sign-in")
  public Response form(@QueryParam("next") @Nullable String next) {
    requireOffered();
    return form(200, next, "");
  }

  @POST
  @Path("sign-in")
  public Response signIn(
      @FormParam("username") @Nullable String username,
      @FormParam("password") @Nullable String password,
      @FormParam("next") @Nullable String next) {
    requireOffered();
    var name = username == null ? "" : username;
    return switch (signIn.attempt(name, password == null ? "" : password)) {
      case SignedIn in ->
          Response.seeOther(URI.create(ownPath(next)))
              .cookie(session(in.token(), Math.toIntExact(LocalSignIn.SESSION.toSeconds())))
              .build();
      case Refused refused -> {
        LOGGER.atWarn().log("sign-in refused");
        yield form(401, next, "sign_in_failed");
      }
      case TooSoon soon -> {
        LOGGER.atWarn().log("sign-in braked");
        yield Response.fromResponse(form(TOO_MANY, next, "sign_in_too_soon"))
            .header(HttpHeaders.RETRY_AFTER, soon.pause().toSeconds() + 1)
            .build();
      }
    };
  }

  @POST
  @Path("sign-out")
  public Response signOut() {
    requireOffered();
    return Response.seeOther(URI.create("/sign-in")).cookie(session("", 0)).build();
  }

  private Response form(int status, @Nullable String next, String problem) {
    var failed = problem.isEmpty() ? "" : frame.lines().text(problem);
    return frame.page(status, page, Map.of("next", ownPath(next), "failed", failed));
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

  private static NewCookie session(String token, int seconds) {
    return new NewCookie.Builder(SessionCookieMechanism.COOKIE)
        .value(token)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
