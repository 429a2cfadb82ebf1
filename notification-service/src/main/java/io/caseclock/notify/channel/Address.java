package io.caseclock.notify.channel;

import org.jspecify.annotations.Nullable;

/**
 * How somebody can be reached.
 *
 * @param channel the configured id of the channel
 * @param kind the word of its kind
 * @param to an e-mail address or a mobile number; null for groups and webhooks
 */
public record Address(String channel, String kind, @Nullable String to) {

  /** Leaves out where it goes to. */
  @Override
  public String toString() {
    return "Address[" + channel + " " + kind + "]";
  }
}
