package io.caseclock.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What an endpoint answers is about people: no cache on the way keeps it, unless the answer itself
 * says how long its reader may. Files of the console are kept.
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
    answer.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(NO_STORE));
  }
}
