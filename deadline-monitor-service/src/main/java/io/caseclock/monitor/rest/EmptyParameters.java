package io.caseclock.monitor.rest;

import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters without a value, which would read as if they had not been sent. */
public class EmptyParameters {

  @ServerRequestFilter
  public void refuse(UriInfo uri) {
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (values.stream().anyMatch(String::isBlank)) {
                throw Parameters.refused(name, "a value, or no such parameter");
              }
            });
  }
}
