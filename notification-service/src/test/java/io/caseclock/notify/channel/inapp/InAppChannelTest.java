package io.caseclock.notify.channel.inapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelBehaviour;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InAppChannelTest extends ChannelBehaviour {

  private final List<String> filed = new ArrayList<>();

  @Override
  protected Channel channel(OtherEnd otherEnd) {
    return new InAppChannel(
        (delivery, at) -> {
          if (otherEnd != OtherEnd.TAKES) {
            throw new IllegalStateException("the database is away, password=not-a-real-secret");
          }
          filed.add(delivery.id() + " " + utf8(delivery.body()));
        },
        () -> NOW);
  }

  @Override
  protected @Nullable String to() {
    return null;
  }

  @Override
  protected List<String> arrived() {
    return filed;
  }

  @Override
  protected String identity(String arrival) {
    return arrival.substring(0, arrival.indexOf(' '));
  }

  @Test
  void what_could_not_be_filed_stays_in_the_queue_and_tells_no_secret() throws Exception {
    assertThat(send(OtherEnd.REFUSES))
        .isEqualTo(new Failed(Reason.BROKEN, "IllegalStateException"));
  }
}
