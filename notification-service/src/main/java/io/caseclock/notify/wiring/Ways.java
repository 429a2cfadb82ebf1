package io.caseclock.notify.wiring;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.ConfiguredChannels;
import io.caseclock.notify.channel.Coverage;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.Receiver;
import io.caseclock.notify.channel.dingtalk.DingtalkChannel;
import io.caseclock.notify.channel.feishu.FeishuChannel;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Limits;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.notify.channel.sms.Gateway;
import io.caseclock.notify.channel.sms.SmsChannel;
import io.caseclock.notify.channel.sms.Template;
import io.caseclock.notify.channel.webhook.WebhookBody;
import io.caseclock.notify.channel.webhook.WebhookChannel;
import io.caseclock.notify.channel.wecom.WecomChannel;
import io.caseclock.notify.wiring.NotifyConfig.Way;
import io.caseclock.notify.wiring.NotifyConfig.Webhook;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes channels of what the configuration says; what it cannot mean stops the start. */
final class Ways {

  /** What the makers of group robots publish: 20 messages a minute. */
  private static final int ROBOT_RATE = 20;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final NotifyConfig config;
  private final PushText text;
  private final InstantSource clock;

  Ways(NotifyConfig config, PushText text, InstantSource clock) {
    this.config = config;
    this.text = text;
    this.clock = clock;
  }

  /** Webhooks of either spelling and all other channels that lead out by HTTP. */
  List<ConfiguredChannels.Entry> all() {
    return Stream.concat(
            config.webhooks().entrySet().stream()
                .map(entry -> named("webhooks", entry.getKey(), () -> webhook(entry))),
            config.channels().entrySet().stream()
                .map(entry -> named("channels", entry.getKey(), () -> channel(entry))))
        .toList();
  }

  /** Who hears of every event as a CloudEvent. */
  static List<Receiver> receivers(NotifyConfig config) {
    return Stream.concat(
            config.webhooks().entrySet().stream()
                .map(entry -> named("webhooks", entry.getKey(), () -> receiver(entry))),
            config.channels().entrySet().stream()
                .filter(entry -> entry.getValue().kind() == ChannelKind.WEBHOOK)
                .map(
                    entry ->
                        named(
                            "channels",
                            entry.getKey(),
                            () -> receiver(entry.getKey(), entry.getValue()))))
        .toList();
  }

  /** How many in any 60 seconds. */
  OptionalInt perMinute(Channel channel) {
    var way = config.channels().get(channel.id());
    if (way != null && way.perMinute().isPresent()) {
      return way.perMinute();
    }
    return switch (channel.kind()) {
      case WECOM, DINGTALK, FEISHU -> OptionalInt.of(ROBOT_RATE);
      case IN_APP, EMAIL, SMS, WEBHOOK -> OptionalInt.empty();
    };
  }

  private static <T> T named(String group, String id, Supplier<T> made) {
    var key = "caseclock." + group + "." + id;
    if (!ID.matcher(id).matches()) {
      throw new IllegalStateException(key + ": an id is made of letters, digits, '-', '_', '.'");
    }
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(key + ": " + e.getMessage());
    }
  }

  private ConfiguredChannels.Entry webhook(Map.Entry<String, Webhook> entry) {
    return webhook(receiver(entry), entry.getValue().allowPrivate());
  }

  private ConfiguredChannels.Entry webhook(Receiver receiver, boolean allowPrivate) {
    var bodies = new WebhookBody(config.consoleUrl());
    return new ConfiguredChannels.Entry(
        new WebhookChannel(receiver, bodies, post(allowPrivate), clock),
        new Coverage(receiver.units()));
  }

  private ConfiguredChannels.Entry channel(Map.Entry<String, Way> entry) {
    var id = entry.getKey();
    var way = entry.getValue();
    if (way.kind() == ChannelKind.WEBHOOK) {
      return webhook(receiver(id, way), way.allowPrivate());
    }
    return new ConfiguredChannels.Entry(made(id, way), new Coverage(way.units().orElse(Set.of())));
  }

  private Channel made(String id, Way way) {
    var target = new Target(way.url());
    var post = post(way.allowPrivate());
    return switch (way.kind()) {
      case WECOM -> new WecomChannel(id, target, text, post);
      case DINGTALK -> new DingtalkChannel(id, target, way.secret(), text, post, clock);
      case FEISHU -> new FeishuChannel(id, target, way.secret(), text, post, clock);
      case SMS -> new SmsChannel(id, gateway(target, way), text, post);
      case IN_APP, EMAIL, WEBHOOK ->
          throw new IllegalArgumentException(
              "kind is sms, webhook, wecom, dingtalk or feishu; e-mail is caseclock.email");
    };
  }

  private static Gateway gateway(Target target, Way way) {
    var template =
        way.template()
            .orElseThrow(() -> new IllegalArgumentException("a gateway needs a template"));
    Map<String, String> headers = new HashMap<>(way.headers());
    headers.put("Content-Type", way.contentType());
    return new Gateway(
        target,
        new Template(template, way.contentType()),
        headers,
        way.expectedStatus().orElse(Set.of()),
        way.successPattern().map(Pattern::compile));
  }

  private static Receiver receiver(Map.Entry<String, Webhook> entry) {
    var webhook = entry.getValue();
    return new Receiver(
        entry.getKey(),
        new Target(webhook.url()).url(),
        webhook.secret(),
        webhook.units().orElse(Set.of()));
  }

  private static Receiver receiver(String id, Way way) {
    var secret =
        way.secret().orElseThrow(() -> new IllegalArgumentException("a webhook needs a secret"));
    return new Receiver(id, new Target(way.url()).url(), secret, way.units().orElse(Set.of()));
  }

  private HttpPoster post(boolean allowPrivate) {
    var sending = config.sending();
    return new HttpPoster(new Limits(sending.connectTimeout(), sending.timeout(), allowPrivate));
  }
}
