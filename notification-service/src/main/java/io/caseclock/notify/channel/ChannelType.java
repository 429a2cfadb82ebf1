package io.caseclock.notify.channel;

import io.caseclock.contract.Names;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A kind of channel, such as text messages. A new kind is a package with one bean of this type; a
 * channel of it is set up by {@code caseclock.channels.<id>.kind}. Nothing else lists the kinds.
 */
public interface ChannelType {

  /** Its word in rule packs, configuration and the API: lower-case letters, digits, hyphens. */
  String name();

  /** What people call it. */
  Names title();

  /** Which contact of a person it sends to; empty where it reaches a group or a system. */
  default Optional<Contact> contact() {
    return Optional.empty();
  }

  /**
   * Whether it gets every warning, breach and notice of the units that it covers, each alone,
   * whatever the routes say. The other kinds get what routes name, several messages in one push.
   */
  default boolean takesEveryMessage() {
    return false;
  }

  /** The setting below {@code caseclock.pipeline.budget} that bounds its pushes. */
  default String budgetName() {
    return name();
  }

  /** How many pushes a recipient gets in an hour where nothing is set. */
  int hourlyBudget();

  /** No more deliveries in any 60 seconds where nothing is set; empty for no bound. */
  default OptionalInt perMinute() {
    return OptionalInt.empty();
  }

  /** Channels of this kind that have settings of their own elsewhere. */
  default List<ConfiguredChannel> setUpElsewhere() {
    return List.of();
  }

  /**
   * Makes a channel.
   *
   * @throws IllegalArgumentException where the settings cannot mean a channel of this kind; the
   *     message names the setting and holds no secret
   */
  Channel create(String id, ChannelSettings settings);
}
