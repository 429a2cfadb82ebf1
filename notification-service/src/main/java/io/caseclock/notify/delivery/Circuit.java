package io.caseclock.notify.delivery;

import io.caseclock.time.Backoff;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a channel is worth using at present; shared by all replicas.
 *
 * <pre>
 *            so many failures in a row               the pause is over
 *   CLOSED ───────────────────────────▶ OPEN ───────────────────────────▶ HALF_OPEN
 *     ▲                                  ▲ │                              │  │ one probe
 *     │            any success           │ │             failure          │  │
 *     ├──────────────────────────────────┼─┘◀─────────────────────────────┘  │
 *     └──────────────────────────────────┴────────────── success ────────────┘
 * </pre>
 *
 * @param failures in a row
 * @param openings in a row without a success between; each makes the pause longer
 * @param since when it closed, or opened after having been closed
 * @param probeAt the first instant at which one delivery may be tried; null while closed
 */
public record Circuit(
    State state,
    int failures,
    int openings,
    Instant since,
    @Nullable Instant probeAt,
    @Nullable String lastError,
    @Nullable Instant lastErrorAt) {

  /** Closed is well, as with a fuse. */
  public enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  /**
   * When a circuit opens, and for how long.
   *
   * @param failures so many in a row open it
   * @param backoff the pause before the first probe, which doubles with each probe that fails
   */
  public record Policy(int failures, Backoff backoff) {

    public Policy {
      if (failures < 1) {
        throw new IllegalArgumentException("a circuit opens after one failure or more");
      }
    }
  }

  /** The circuit of a channel that nothing is known of. */
  public static Circuit closed(Instant since) {
    return new Circuit(State.CLOSED, 0, 0, since, null, null, null);
  }

  public boolean isClosed() {
    return state == State.CLOSED;
  }

  /** Whether nothing goes by the channel: from the opening up to, not including, the next probe. */
  public boolean isOpen(Instant now) {
    return probeAt != null && now.isBefore(probeAt);
  }

  /** How many deliveries may be taken now: a batch, one as a probe, or none. */
  public int allows(Instant now, int batch) {
    if (isClosed()) {
      return batch;
    }
    return isOpen(now) ? 0 : 1;
  }

  /**
   * One probe is on its way.
   *
   * @param until when another may start, should nothing be heard of this one
   */
  public Circuit probing(Instant until) {
    return new Circuit(State.HALF_OPEN, failures, openings, since, until, lastError, lastErrorAt);
  }

  /** The channel did its part. */
  public Circuit succeeded(Instant at) {
    return new Circuit(State.CLOSED, 0, 0, isClosed() ? since : at, null, lastError, lastErrorAt);
  }

  /** The channel failed; what was on its way when it opened makes no pause longer. */
  public Circuit failed(Instant at, String error, Policy policy) {
    return switch (state) {
      case CLOSED ->
          failures + 1 < policy.failures()
              ? new Circuit(State.CLOSED, failures + 1, 0, since, null, error, at)
              : opened(at, at, error, policy);
      case HALF_OPEN -> opened(since, at, error, policy);
      case OPEN -> new Circuit(State.OPEN, failures + 1, openings, since, probeAt, error, at);
    };
  }

  private Circuit opened(Instant opening, Instant at, String error, Policy policy) {
    var next = openings + 1;
    var probe = at.plus(policy.backoff().after(next));
    return new Circuit(State.OPEN, failures + 1, next, opening, probe, error, at);
  }
}
