package io.caseclock.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code traceparent} of W3C Trace Context as it stands in headers and rows. {@code tracestate} is
 * never passed on: a sender could write anything into it.
 */
public final class TraceParent {

  /** What it is called as a header of HTTP and as an attribute of CloudEvents. */
  public static final String NAME = "traceparent";

  private static final TextMapGetter<String> ITSELF =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String text) {
          return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String text, String key) {
          return NAME.equals(key) ? text : null;
        }
      };

  private TraceParent() {}

  /** Reads it; the invalid context where it is null or not as the standard says. */
  static SpanContext read(@Nullable String text) {
    if (text == null) {
      return SpanContext.getInvalid();
    }
    var read = W3CTraceContextPropagator.getInstance().extract(Context.root(), text, ITSELF);
    return Span.fromContext(read).getSpanContext();
  }

  /** Writes the context of a span; null where it has none, as while no traces are written. */
  public static @Nullable String of(Span span) {
    var context = span.getSpanContext();
    return context.isValid()
        ? "00-%s-%s-%s"
            .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex())
        : null;
  }
}
