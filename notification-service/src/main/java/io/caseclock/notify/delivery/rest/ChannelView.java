package io.caseclock.notify.delivery.rest;

import io.caseclock.contract.Words;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.message.MessageRecipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the API shows it.
 *
 * @param circuit closed where it is in use, open or half-open where it is not
 * @param since when the circuit closed, or opened after having been closed; null where nothing was
 *     ever sent
 * @param probeAt when it is tried again
 * @param waiting how many deliveries wait for it
 */
public record ChannelView(
    String id,
    String kind,
    String circuit,
    @Nullable Instant since,
    @Nullable Instant probeAt,
    int failures,
    @Nullable String lastError,
    @Nullable Instant lastErrorAt,
    long waiting) {

  /** The inbox, which always works and where nothing waits. */
  static ChannelView ofInbox() {
    return of(MessageRecipient.IN_APP, MessageRecipient.IN_APP, null, 0);
  }

  static ChannelView of(ConfiguredChannel channel, @Nullable Circuit circuit, long waiting) {
    return of(channel.id(), channel.type().name(), circuit, waiting);
  }

  private static ChannelView of(String id, String kind, @Nullable Circuit circuit, long waiting) {
    if (circuit == null) {
      return new ChannelView(id, kind, "closed", null, null, 0, null, null, waiting);
    }
    return new ChannelView(
        id,
        kind,
        Words.of(circuit.state()),
        circuit.since(),
        circuit.probeAt(),
        circuit.failures(),
        circuit.lastError(),
        circuit.lastErrorAt(),
        waiting);
  }
}
