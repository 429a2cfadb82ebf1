package io.caseclock.trace.rest;

import io.caseclock.rest.Operation;
import io.caseclock.trace.TraceParent;
import io.caseclock.trace.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * One span a request that reached an operation, in the trace that its {@code traceparent} names. It
 * bears the template of the path and never the path itself, in which cases and people stand.
 */
@Singleton
public class TraceFilter {

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final int SERVER_ERROR = 500;

  private final Provider<Tracing> tracing;
  private final Provider<RequestSpan> current;

  @Inject
  TraceFilter(Provider<Tracing> tracing, Provider<RequestSpan> current) {
    this.tracing = tracing;
    this.current = current;
  }

  @ServerRequestFilter
  public void begin(ContainerRequestContext request, ResourceInfo resource) {
    if (!tracing.get().isOn() || !isOperation(resource)) {
      return;
    }
    var operation =
        Operation.of(
            request.getMethod(), resource.getResourceClass(), resource.getResourceMethod());
    var span =
        tracing.get().begin(operation, SpanKind.SERVER, request.getHeaderString(TraceParent.NAME));
    span.setAttribute(METHOD, request.getMethod());
    span.setAttribute(ROUTE, operation.substring(operation.indexOf(' ') + 1));
    current.get().set(span);
  }

  @ServerResponseFilter
  public void end(ContainerRequestContext request, ContainerResponseContext answer) {
    if (!tracing.get().isOn()) {
      return;
    }
    var span = current.get().get();
    span.setAttribute(STATUS, (long) answer.getStatus());
    if (answer.getStatus() >= SERVER_ERROR) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  private static boolean isOperation(@Nullable ResourceInfo resource) {
    return resource != null && resource.getResourceMethod() != null;
  }
}
