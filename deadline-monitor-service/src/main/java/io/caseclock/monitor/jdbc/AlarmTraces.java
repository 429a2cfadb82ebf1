package io.caseclock.monitor.jdbc;

import io.caseclock.monitor.jdbc.JdbcDueDeadlines.Place;
import io.caseclock.trace.TraceParent;
import io.caseclock.trace.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The spans of alarms that are told, each in the trace of the event by which it was planned: weeks
 * may lie between the two.
 */
final class AlarmTraces {

  private final Tracing tracing;
  private final Map<UUID, String> traces = new HashMap<>();

  AlarmTraces(Tracing tracing, List<Place> places) {
    this.tracing = tracing;
    for (var place : places) {
      if (tracing.isOn() && place.trace() != null) {
        traces.put(place.id(), place.trace());
      }
    }
  }

  /** Where what follows from an alarm goes on; null while no traces are written. */
  @Nullable String tell(UUID deadline) {
    var span = tracing.begin("tell alarm", SpanKind.PRODUCER, traces.get(deadline));
    span.end();
    return TraceParent.of(span);
  }
}
