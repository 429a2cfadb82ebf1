package io.caseclock.notify.signin.security;

import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses cross-site request forgery: a change that a page of another site makes a signed-in
 * browser ask for. A request with a bearer token needs no such check; one that is identified by a
 * cookie must come from a page of our own.
 */
public class CrossSiteFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @ServerRequestFilter
  public Optional<Response> refuse(ContainerRequestContext context, HttpServerRequest request) {
    if (SAFE.contains(context.getMethod())
        || context.getHeaderString(HttpHeaders.AUTHORIZATION) != null
        || isOurs(context, request)) {
      return Optional.empty();
    }
    return Optional.of(
        Problems.response(
            Problem.of(
                ProblemType.CROSS_SITE,
                "Send it from a page of this console, or with a bearer token.")));
  }

  private static boolean isOurs(ContainerRequestContext context, HttpServerRequest request) {
    var site = context.getHeaderString("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    var origin = context.getHeaderString("Origin");
    return origin != null && authority(origin).equals(String.valueOf(request.authority()));
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
