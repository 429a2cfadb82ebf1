package io.caseclock.notify.channel.job;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.SendDue;
import io.caseclock.notify.channel.SendingSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Sends batch after batch while anything is due. */
@ApplicationScoped
public class SendWebhooks {

  private final Channels channels;
  private final SendDue sendDue;
  private final SendingSettings settings;
  private final MeterRegistry meters;

  @Inject
  SendWebhooks(Channels channels, SendDue sendDue, SendingSettings settings, MeterRegistry meters) {
    this.channels = channels;
    this.sendDue = sendDue;
    this.settings = settings;
    this.meters = meters;
  }

  @Scheduled(
      every = "${caseclock.webhook-sending.every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() throws InterruptedException {
    for (var channel : channels.all()) {
      drain(channel);
    }
  }

  private void drain(Channel channel) throws InterruptedException {
    int sent;
    do {
      var outcomes = sendDue.run(channel, settings.batch(), settings.lease());
      outcomes.forEach(this::count);
      sent = outcomes.size();
    } while (sent == settings.batch());
  }

  private void count(Delivery outcome) {
    var name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    meters.counter("caseclock.webhook.deliveries", "outcome", name).increment();
  }
}
