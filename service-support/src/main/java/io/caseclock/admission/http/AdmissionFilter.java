package io.caseclock.admission.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Runs when the caller is known and allowed, and before a byte of the body is read. A filter is
 * made before the settings are there, so that it asks for what it needs when it runs.
 */
@Singleton
public class AdmissionFilter {

  /** Before every filter that looks anything up. */
  private static final int EARLY = 100;

  private final Provider<Admission> admission;

  @Inject
  AdmissionFilter(Provider<Admission> admission) {
    this.admission = admission;
  }

  @ServerRequestFilter(priority = EARLY)
  void admit(
      ContainerRequestContext request, ResourceInfo operation, HttpServerRequest connection) {
    admission.get().admit(request, operation, connection);
  }
}
