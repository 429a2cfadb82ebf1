package io.caseclock.notify.channel.webhook;

import io.caseclock.contract.Names;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelSettings;
import io.caseclock.notify.channel.ChannelType;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.http.HttpPosters;
import io.caseclock.notify.channel.http.Target;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Webhooks of other systems; one can be set up under {@code caseclock.webhooks} too. */
@Singleton
public final class WebhookChannelType implements ChannelType {

  private static final int HOURLY_BUDGET = 10_000;

  private final WebhookReceivers receivers;
  private final PushText text;
  private final HttpPosters posters;
  private final InstantSource clock;

  @Inject
  public WebhookChannelType(
      WebhookReceivers receivers, PushText text, HttpPosters posters, InstantSource clock) {
    this.receivers = receivers;
    this.text = text;
    this.posters = posters;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Names title() {
    return new Names("Webhook", "webhook");
  }

  /** Machines want each warning, breach and notice by itself. */
  @Override
  public boolean takesEveryMessage() {
    return true;
  }

  @Override
  public int hourlyBudget() {
    return HOURLY_BUDGET;
  }

  @Override
  public List<ConfiguredChannel> setUpElsewhere() {
    return receivers.byName().entrySet().stream()
        .map(
            entry ->
                ConfiguredChannel.of(
                    "caseclock.webhooks." + entry.getKey(), entry.getKey(), this, entry.getValue()))
        .toList();
  }

  @Override
  public Channel create(String id, ChannelSettings settings) {
    var secret =
        settings
            .secret()
            .orElseThrow(() -> new IllegalArgumentException("a webhook needs a secret"));
    return new WebhookChannel(
        id,
        Target.of(settings),
        secret,
        text,
        posters.allowingPrivate(settings.allowPrivate()),
        clock);
  }
}
