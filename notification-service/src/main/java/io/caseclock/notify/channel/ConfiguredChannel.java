package io.caseclock.notify.channel;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A channel with its kind and whom it covers.
 *
 * @param perMinute no more deliveries in any 60 seconds, over all replicas; empty for no bound
 */
public record ConfiguredChannel(
    ChannelType type, Channel channel, Coverage coverage, OptionalInt perMinute) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * Makes a channel of its settings.
   *
   * @param key where the settings stand, such as {@code caseclock.channels.sms}
   * @throws IllegalStateException where they mean nothing; the message begins with the key
   */
  public static ConfiguredChannel of(
      String key, String id, ChannelType type, ChannelSettings settings) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalStateException(key + ": an id is made of letters, digits, '-', '_', '.'");
    }
    try {
      return new ConfiguredChannel(
          type,
          type.create(id, settings),
          new Coverage(settings.units().orElse(Set.of())),
          settings.perMinute().isPresent() ? settings.perMinute() : type.perMinute());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(key + ": " + e.getMessage(), e);
    }
  }

  public String id() {
    return channel.id();
  }
}
