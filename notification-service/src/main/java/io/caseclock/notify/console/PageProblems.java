package io.caseclock.notify.console;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Says on a page, and not in JSON, why there is nothing to see. */
@RequestScoped
public class PageProblems {

  private final Frame frame;
  private final CurrentVertxRequest request;
  private final Template page;

  @Inject
  PageProblems(
      Frame frame, CurrentVertxRequest request, @Location("console/problem") Template page) {
    this.frame = frame;
    this.request = request;
    this.page = page;
  }

  /** Leads to wherever people sign in here. */
  Uni<Response> notSignedIn() {
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

  Response of(ProblemException refusal) {
    return page(refusal.problem().type());
  }

  Response notAllowed() {
    return page(ProblemType.NOT_ALLOWED);
  }

  private Response page(ProblemType type) {
    return frame.page(type.status(), page, Map.of("detail", frame.lines().text(key(type))));
  }

  private static String key(ProblemType type) {
    if (type == ProblemType.NOT_ALLOWED) {
      return "problem_not_allowed";
    }
    return type == ProblemType.MALFORMED_REQUEST ? "problem_malformed" : "problem_not_found";
  }
}
