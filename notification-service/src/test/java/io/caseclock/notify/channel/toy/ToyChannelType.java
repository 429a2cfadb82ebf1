package io.caseclock.notify.channel.toy;

import io.caseclock.contract.Names;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelSettings;
import io.caseclock.notify.channel.ChannelType;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.Push;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A kind of channel that only tests have: this package, and one line of configuration. Nothing else
 * in the code, the schema or the tests knows of it.
 */
@Singleton
public final class ToyChannelType implements ChannelType {

  private final List<String> arrived = new CopyOnWriteArrayList<>();

  /** What arrived by any channel of this kind. */
  public List<String> arrived() {
    return arrived;
  }

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public Names title() {
    return new Names("玩具", "toy");
  }

  @Override
  public int hourlyBudget() {
    return 100;
  }

  @Override
  public Channel create(String id, ChannelSettings settings) {
    return new Toy(id);
  }

  private final class Toy implements Channel {

    private final String id;

    Toy(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public byte[] body(Push push) {
      return (push.level() + " " + push.count()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public DeliveryOutcome send(Delivery delivery) {
      arrived.add(delivery.channel() + " " + new String(delivery.body(), StandardCharsets.UTF_8));
      return new Delivered();
    }
  }
}
