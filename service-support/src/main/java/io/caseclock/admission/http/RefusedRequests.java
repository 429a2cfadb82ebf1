package io.caseclock.admission.http;

import io.caseclock.contract.Words;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Why requests are refused before they are looked at; each reason counts them. */
public enum RefusedRequests {
  /** The body is too large. */
  SIZE,
  /** Too many of one caller are at work. */
  PLACES,
  /** The body does not come in its time. */
  SLOW,
  /** The caller sends more than its rate; where nobody has one it stays at zero. */
  RATE;

  /** Counts from zero, so that the first refusal is a rise. */
  public Counter counter(MeterRegistry metrics) {
    return metrics.counter("caseclock.http.refused", "reason", Words.of(this));
  }
}
