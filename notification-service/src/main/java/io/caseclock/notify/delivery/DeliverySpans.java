package io.caseclock.notify.delivery;

import io.caseclock.trace.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The spans of what is sent: each in the trace of the message that it tells, and linked to those of
 * all its messages where there are several.
 */
public final class DeliverySpans {

  private final Tracing tracing;
  private final DeliveryTraces traces;

  public DeliverySpans(Tracing tracing, DeliveryTraces traces) {
    this.tracing = tracing;
    this.traces = traces;
  }

  /** Writes none. */
  public static DeliverySpans off() {
    return new DeliverySpans(Tracing.off(), ids -> Map.of());
  }

  /** Begins one for each delivery, by its id; whoever sends it ends it. */
  public Map<String, Span> begin(String channel, Collection<String> deliveryIds) {
    Map<String, Span> spans = new HashMap<>();
    if (tracing.isOn() && !deliveryIds.isEmpty()) {
      var of = traces.of(deliveryIds);
      for (var id : deliveryIds) {
        spans.put(
            id,
            tracing.beginFor("send " + channel, SpanKind.PRODUCER, of.getOrDefault(id, List.of())));
      }
    }
    return spans;
  }
}
