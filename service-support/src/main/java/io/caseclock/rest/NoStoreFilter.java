package io.caseclock.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What an endpoint answers is about people: no cache on the way keeps it. Files of the console do.
 */
public class NoStoreFilter {

  private static final String NO_STORE = "no-store";

  /** Streams of events leave without passing through a response filter. */
  @ServerRequestFilter
  public void forbidCachesOfStreams(ResourceInfo resource, HttpServerRequest request) {
    if (DeclaredParameters.produces(resource.getResourceMethod(), MediaType.SERVER_SENT_EVENTS)) {
      request.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
  }

  @ServerResponseFilter
  public void forbidCaches(ContainerResponseContext answer) {
    answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, NO_STORE);
  }
}
