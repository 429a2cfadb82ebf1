package io.caseclock.notify.console.frame;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.Problems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The one mapper of pages: a resource class that produces HTML says on a page, and not in JSON, why
 * there is nothing to see. Every other resource answers as the API does.
 */
@Singleton
public class PageProblems {

  private static final int BEFORE_THE_API = Priorities.USER - 1;

  private final Problems api;
  private final PageContext page;
  private final CurrentVertxRequest request;

  @Inject
  PageProblems(Problems api, PageContext page, CurrentVertxRequest request) {
    this.api = api;
    this.page = page;
    this.request = request;
  }

  /** Leads to wherever people sign in here. */
  @ServerExceptionMapper(priority = BEFORE_THE_API)
  public Uni<Response> notSignedIn(UnauthorizedException missing, ResourceInfo resource) {
    return isPage(resource) ? challenge() : Uni.createFrom().item(api.notSignedIn(missing));
  }

  @ServerExceptionMapper(priority = BEFORE_THE_API)
  public Response notAllowed(ForbiddenException forbidden, ResourceInfo resource) {
    return isPage(resource) ? page(ProblemType.NOT_ALLOWED) : api.notAllowed(forbidden);
  }

  @ServerExceptionMapper(priority = BEFORE_THE_API)
  public Response refused(ProblemException refusal, ResourceInfo resource) {
    var answer = api.refused(refusal);
    return isPage(resource) ? page(refusal.problem().type(), answer) : answer;
  }

  /** Names each faulty field. */
  @ServerExceptionMapper
  public Response refusedForm(FormRefusedException refusal) {
    return page.show(
        ProblemType.MALFORMED_REQUEST.status(),
        new ProblemPage(ProblemType.MALFORMED_REQUEST, refusal.faults()));
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

  /** When to come back is said by the page as by the API. */
  private Response page(ProblemType type, Response ofApi) {
    var when = ofApi.getHeaderString(HttpHeaders.RETRY_AFTER);
    return when == null
        ? page(type)
        : Response.fromResponse(page(type)).header(HttpHeaders.RETRY_AFTER, when).build();
  }

  private Response page(ProblemType type) {
    return page.show(type.status(), new ProblemPage(type, List.of()));
  }

  /**
   * Why there is nothing to see.
   *
   * @param faults of the form that was sent; empty where it was something else
   */
  @CheckedTemplate(basePath = "frame", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ProblemPage(ProblemType type, List<FormFault> faults) implements TemplateInstance {}
}
