package io.caseclock.intake.accept.rest;

import io.caseclock.intake.accept.Submission;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.trace.TraceParent;
import io.caseclock.trace.Tracing;
import io.caseclock.trace.rest.RequestSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The span of each event, in whose trace goes on whatever follows from it. An event that brings a
 * {@code traceparent} of its own goes on in its sender's trace, each other one in its request's.
 */
@Singleton
public class EventSpans {

  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("caseclock.outcome");

  private final Tracing tracing;
  private final RequestSpan request;

  EventSpans(Tracing tracing, RequestSpan request) {
    this.tracing = tracing;
    this.request = request;
  }

  /** Those of one request's events, in their order; none while no traces are written. */
  Begun begin(List<Submission> submissions) {
    if (!tracing.isOn()) {
      return new Begun(List.of());
    }
    var ofRequest = request.traceParent();
    return new Begun(submissions.stream().map(one -> begin(one, ofRequest)).toList());
  }

  private Span begin(Submission submission, Optional<String> ofRequest) {
    var own = submission.text(TraceParent.NAME);
    return tracing.begin(
        "accept event", SpanKind.PRODUCER, own == null ? ofRequest.orElse(null) : own);
  }

  /** Spans that end together, with what became of their events where that is known. */
  static final class Begun implements AutoCloseable {

    private final List<Span> spans;

    private Begun(List<Span> spans) {
      this.spans = spans;
    }

    /** As {@code traceparent}. */
    List<String> traces() {
      return spans.stream().map(TraceParent::of).filter(Objects::nonNull).toList();
    }

    void became(List<Outcome> outcomes) {
      for (var n = 0; n < spans.size(); n++) {
        spans.get(n).setAttribute(OUTCOME, EventCounter.word(outcomes.get(n)));
      }
    }

    @Override
    public void close() {
      spans.forEach(Span::end);
    }
  }
}
