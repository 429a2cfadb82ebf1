package io.caseclock.consume.kafka;

import io.caseclock.contract.CurrentTraces;
import io.caseclock.trace.TraceParent;
import io.caseclock.trace.Tracing;
import io.caseclock.wire.WireRecord;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The spans of the records of one batch that are parts of traces. What follows from a record goes
 * on in its trace; of several records of one case, in that of the last.
 */
final class BatchSpans {

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> TOPIC =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");

  private final Map<ConsumerRecord<byte[], byte[]>, Span> spans = new HashMap<>();
  private final Map<String, String> traces = new HashMap<>();

  private BatchSpans() {}

  static BatchSpans begin(Tracing tracing, List<? extends Consumed<?>> batch) {
    var begun = new BatchSpans();
    if (tracing.isOn()) {
      batch.forEach(one -> begun.begin(tracing, one.from()));
    }
    return begun;
  }

  private void begin(Tracing tracing, ConsumerRecord<byte[], byte[]> from) {
    var header = from.headers().lastHeader(WireRecord.TRACE);
    if (header == null || header.value() == null) {
      return;
    }
    var span =
        tracing.begin(
            "process " + from.topic(),
            SpanKind.CONSUMER,
            new String(header.value(), StandardCharsets.UTF_8));
    span.setAttribute(SYSTEM, "kafka");
    span.setAttribute(TOPIC, from.topic());
    span.setAttribute(PARTITION, Integer.toString(from.partition()));
    span.setAttribute(OFFSET, from.offset());
    spans.put(from, span);
    var trace = TraceParent.of(span);
    if (trace != null) {
      traces.put(WireRecord.key(from), trace);
    }
  }

  /** Does the work with each case in its trace; however it ends, the spans end with it. */
  void during(Runnable work) {
    try {
      CurrentTraces.during(traces, work);
    } finally {
      spans.values().forEach(Span::end);
    }
  }

  /** Notes that a record was put aside. */
  void putAside(ConsumerRecord<byte[], byte[]> from) {
    spans.getOrDefault(from, Span.getInvalid()).setStatus(StatusCode.ERROR);
  }
}
