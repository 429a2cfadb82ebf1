package io.caseclock.notify.channel;

import io.caseclock.contract.Names;
import java.util.Optional;

/**
 * A kind of channel that takes everything and tells nobody.
 *
 * @param contact which contact of a person it sends to; empty for a group
 */
public record QuietChannelType(String name, Optional<Contact> contact, boolean takesEveryMessage)
    implements ChannelType {

  public static QuietChannelType group(String name) {
    return new QuietChannelType(name, Optional.empty(), false);
  }

  public static QuietChannelType personal(String name, Contact contact) {
    return new QuietChannelType(name, Optional.of(contact), false);
  }

  @Override
  public Names title() {
    return new Names(name, name);
  }

  @Override
  public int hourlyBudget() {
    return 10;
  }

  @Override
  public Channel create(String id, ChannelSettings settings) {
    return channel(id);
  }

  public static Channel channel(String id) {
    return new Channel() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public byte[] body(Push push) {
        return push.id().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      }

      @Override
      public DeliveryOutcome send(Delivery delivery) {
        return new DeliveryOutcome.Delivered();
      }
    };
  }
}
