package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** Sends one batch of a queue, all of it at the same time, and notes how each went. */
public final class SendDue {

  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("caseclock.outcome");

  private final DeliveryQueue deliveries;
  private final AttemptRecorder recorder;
  private final InstantSource clock;
  private final ExecutorService threads;
  private final DeliverySpans spans;

  public SendDue(
      DeliveryQueue deliveries,
      AttemptRecorder recorder,
      InstantSource clock,
      ExecutorService threads,
      DeliverySpans spans) {
    this.deliveries = deliveries;
    this.recorder = recorder;
    this.clock = clock;
    this.threads = threads;
    this.spans = spans;
  }

  /**
   * Returns how each delivery of the batch went; empty where nothing was due. What could not be
   * noted is sent again after the lease, and thrown once the others are through.
   */
  public List<DeliveryOutcome> run(ChannelQueue queue) throws InterruptedException {
    var due = deliveries.claim(queue, clock.instant());
    List<Callable<DeliveryOutcome>> sendings = new ArrayList<>();
    var begun = spans.begin(queue.id(), due.stream().map(Delivery::id).toList());
    for (var delivery : due) {
      var span = begun.getOrDefault(delivery.id(), Span.getInvalid());
      sendings.add(() -> send(queue.channel(), delivery, span));
    }
    List<DeliveryOutcome> outcomes = new ArrayList<>();
    RuntimeException unnoted = null;
    for (var ended : threads.invokeAll(sendings)) {
      try {
        outcomes.add(ended.get());
      } catch (ExecutionException e) {
        unnoted = new IllegalStateException("the outcome could not be noted", e.getCause());
      }
    }
    if (unnoted != null) {
      throw unnoted;
    }
    return outcomes;
  }

  private DeliveryOutcome send(Channel channel, Delivery delivery, Span span) {
    var start = System.nanoTime();
    try {
      var outcome = outcome(channel, delivery);
      var took = Duration.ofNanos(System.nanoTime() - start);
      span.setAttribute(OUTCOME, outcome.name());
      if (outcome instanceof Failed) {
        span.setStatus(StatusCode.ERROR);
      }
      recorder.record(delivery, outcome, clock.instant(), took);
      return outcome;
    } finally {
      span.end();
    }
  }

  /** A channel never throws; should one do so, its delivery counts as failed all the same. */
  private static DeliveryOutcome outcome(Channel channel, Delivery delivery) {
    try {
      return channel.send(delivery);
    } catch (RuntimeException e) {
      return new Failed(DeliveryOutcome.Reason.BROKEN, e.getClass().getSimpleName());
    }
  }
}
