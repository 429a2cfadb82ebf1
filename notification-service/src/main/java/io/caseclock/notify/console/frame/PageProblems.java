package io.caseclock.notify.console.frame;

import io.caseclock.rest.Problems;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * What pages answer otherwise than the API does: a stranger is led to the sign-in, and a form that
 * is refused names its faults. Every other refusal is a document that {@link ProblemPages} shows.
 */
@Singleton
public class PageProblems {

  private static final int BEFORE_THE_API = Priorities.USER - 1;

  private final Problems api;
  private final ProblemPages pages;
  private final CurrentVertxRequest request;

  @Inject
  PageProblems(Problems api, ProblemPages pages, CurrentVertxRequest request) {
    this.api = api;
    this.pages = pages;
    this.request = request;
  }

  /** Leads to wherever people sign in here. */
  @ServerExceptionMapper(priority = BEFORE_THE_API)
  public Uni<Response> notSignedIn(UnauthorizedException missing, ResourceInfo resource) {
    return isPage(resource) ? challenge() : Uni.createFrom().item(api.notSignedIn(missing));
  }

  /** Names each faulty field. */
  @ServerExceptionMapper
  public Response refusedForm(FormRefusedException refusal) {
    return pages.refused(refusal.faults());
  }

  /** Nothing is matched where a request is refused on its way to a resource. */
  static boolean isPage(@Nullable ResourceInfo resource) {
    var type = resource == null ? null : resource.getResourceClass();
    var produces = type == null ? null : type.getAnnotation(Produces.class);
    return produces != null && Arrays.asList(produces.value()).contains(MediaType.TEXT_HTML);
  }

  private Uni<Response> challenge() {
    var context = request.getCurrent();
    HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
    return authenticator
        .getChallenge(context)
        .map(
            challenge -> {
              var answer = Response.status(challenge.status);
              challenge
                  .getHeaders()
                  .forEach((name, value) -> answer.header(name.toString(), value));
              return answer.build();
            });
  }
}
