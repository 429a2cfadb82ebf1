package io.caseclock.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins spans. They do not become a thread's current one: what is taken in together belongs to
 * many traces at once, so that each is handed on by name. While traces are off, spans cost nothing
 * and have no context.
 */
public final class Tracing {

  /** A span may name no more others; beyond it nobody follows them. */
  private static final int MOST_LINKS = 100;

  private static final String LIBRARY = "io.caseclock";

  private final Tracer tracer;
  private final boolean on;

  private Tracing(OpenTelemetry telemetry, boolean on) {
    this.tracer = telemetry.getTracer(LIBRARY);
    this.on = on;
  }

  /** Writes none. */
  public static Tracing off() {
    return new Tracing(OpenTelemetry.noop(), false);
  }

  public static Tracing by(OpenTelemetry telemetry) {
    return new Tracing(telemetry, true);
  }

  public boolean isOn() {
    return on;
  }

  /**
   * Begins a span in the trace of a parent; a new trace where there is none.
   *
   * @param name of few different values: an operation, a topic, a channel; never a case or a person
   * @param parent {@code traceparent}; null, or not as the standard says, for none
   */
  public Span begin(String name, SpanKind kind, @Nullable String parent) {
    return begin(name, kind, parent, List.of());
  }

  /** Begins the span of what belongs to several traces: in the only one, else linked to each. */
  public Span beginFor(String name, SpanKind kind, Collection<String> traces) {
    var distinct = traces.stream().distinct().limit(MOST_LINKS).toList();
    return distinct.size() == 1
        ? begin(name, kind, distinct.getFirst())
        : begin(name, kind, null, distinct);
  }

  private Span begin(String name, SpanKind kind, @Nullable String parent, List<String> links) {
    if (!on) {
      return Span.getInvalid();
    }
    var from = TraceParent.read(parent);
    var builder = tracer.spanBuilder(name).setSpanKind(kind);
    if (from.isValid()) {
      builder.setParent(Context.root().with(Span.wrap(from)));
    } else {
      builder.setNoParent();
    }
    links.forEach(link -> builder.addLink(TraceParent.read(link)));
    return builder.startSpan();
  }
}
