package io.caseclock.notify.rest;

import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses parameters of the API without a value, which would read as if they had not been sent.
 * Pages take them: a form sends the fields that were left empty, too.
 */
public class EmptyParameters {

  private static final String API = "/api/";

  @ServerRequestFilter
  public void refuse(UriInfo uri) {
    if (!uri.getPath().startsWith(API)) {
      return;
    }
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (values.stream().anyMatch(String::isBlank)) {
                throw Parameters.refused(name, "has a value, or is left out");
              }
            });
  }
}
