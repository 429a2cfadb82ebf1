package io.caseclock.trace.rest;

import io.caseclock.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The span of the request that is answered. */
@RequestScoped
public class RequestSpan {

  private Span span = Span.getInvalid();

  void set(Span begun) {
    span = begun;
  }

  Span get() {
    return span;
  }

  /**
   * As {@code traceparent}, for what follows from the request; empty while no traces are written.
   */
  public Optional<String> traceParent() {
    return Optional.ofNullable(TraceParent.of(span));
  }
}
