package io.caseclock.notify.pipeline;

import io.caseclock.notify.delivery.TellReason;
import java.time.Instant;
import java.util.List;

/**
 * A letter that is to go to one addressee by one channel.
 *
 * @param unit where the addressee serves
 * @param onward kinds of channels to try where this one fails
 * @param readyAt when the pipeline looks at it first
 */
public record Addressed(
    String letterId,
    String addressee,
    String channel,
    String unit,
    TellReason why,
    boolean critical,
    boolean digest,
    List<String> onward,
    Instant queuedAt,
    Instant readyAt) {

  public Addressed {
    onward = List.copyOf(onward);
  }
}
