package io.caseclock.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final String ONE = "00-" + TRACE + "-" + PARENT + "-01";
  private static final String OTHER = "00-1af7651916cd43dd8448eb211c80319c-c7ad6b7169203331-01";

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final Tracing tracing =
      Tracing.by(
          OpenTelemetrySdk.builder()
              .setTracerProvider(
                  SdkTracerProvider.builder()
                      .addSpanProcessor(SimpleSpanProcessor.create(exported))
                      .build())
              .build());

  private SpanData ended(Span span) {
    span.end();
    return exported.getFinishedSpanItems().getLast();
  }

  @Test
  void a_span_goes_on_in_the_trace_of_its_parent() {
    var span = ended(tracing.begin("work", SpanKind.CONSUMER, ONE));

    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo(PARENT);
    assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more"
      })
  void what_names_no_trace_begins_a_new_one(String nothing) {
    var span = ended(tracing.begin("work", SpanKind.CONSUMER, nothing));

    assertThat(span.getTraceId()).isNotEqualTo(TRACE);
    assertThat(span.getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void its_context_is_written_as_it_is_read() {
    var span = tracing.begin("work", SpanKind.PRODUCER, ONE);

    var written = TraceParent.of(span);

    assertThat(written).startsWith("00-" + TRACE + "-").endsWith("-01").hasSize(ONE.length());
    assertThat(TraceParent.read(written).getSpanId()).isEqualTo(span.getSpanContext().getSpanId());
  }

  @Test
  void what_tells_of_one_event_goes_on_in_its_trace_however_often_it_is_named() {
    var span = ended(tracing.beginFor("send", SpanKind.PRODUCER, List.of(ONE, ONE)));

    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getLinks()).isEmpty();
  }

  @Test
  void what_tells_of_several_is_linked_to_each_of_them() {
    var span = ended(tracing.beginFor("send", SpanKind.PRODUCER, List.of(ONE, OTHER)));

    assertThat(span.getParentSpanContext().isValid()).isFalse();
    assertThat(span.getLinks())
        .extracting(LinkData::getSpanContext)
        .extracting(context -> context.getTraceId())
        .containsExactly(TRACE, "1af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void a_span_names_no_more_others_than_anybody_follows() {
    var many =
        IntStream.range(0, 1_000)
            .mapToObj(number -> "00-%032x-%016x-01".formatted(number + 1, number + 1))
            .toList();

    assertThat(ended(tracing.beginFor("send", SpanKind.PRODUCER, many)).getLinks()).hasSize(100);
  }

  @Test
  void while_traces_are_off_nothing_has_a_context() {
    var off = Tracing.off();

    assertThat(off.isOn()).isFalse();
    assertThat(TraceParent.of(off.begin("work", SpanKind.SERVER, ONE))).isNull();
  }
}
