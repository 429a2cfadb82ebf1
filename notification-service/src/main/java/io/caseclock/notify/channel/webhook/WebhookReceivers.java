package io.caseclock.notify.channel.webhook;

import io.caseclock.notify.channel.ChannelSettings;
import java.util.Map;

/** The webhooks that are set up under {@code caseclock.webhooks}, by name. */
public record WebhookReceivers(Map<String, ChannelSettings> byName) {}
