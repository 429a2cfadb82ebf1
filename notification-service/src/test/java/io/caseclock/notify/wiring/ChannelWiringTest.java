package io.caseclock.notify.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.batch.BatchCache;
import io.caseclock.notify.channel.ChannelType;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.email.EmailChannelType;
import io.caseclock.notify.channel.http.OwnVertx;
import io.caseclock.notify.channel.robot.RobotChannelType;
import io.caseclock.notify.channel.sms.SmsChannelType;
import io.caseclock.notify.channel.webhook.WebhookChannelType;
import io.caseclock.notify.message.MessageTexts;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChannelWiringTest {

  @RegisterExtension static final OwnVertx VERTX = new OwnVertx();

  private static final String URL = "https://robot.example/send?key=not-a-real-key";

  @Test
  void each_kind_makes_a_channel() {
    Map<String, String> keys = new HashMap<>();
    for (var kind : List.of("wecom", "dingtalk", "feishu", "sms", "webhook")) {
      keys.put("caseclock.channels.my-" + kind + ".kind", kind);
      keys.put("caseclock.channels.my-" + kind + ".url", URL);
    }
    keys.put("caseclock.channels.my-sms.template", "{\"to\":\"{to}\"}");
    keys.put("caseclock.channels.my-webhook.secret", "not-a-real-secret");
    keys.put("caseclock.webhooks.watch.url", "https://watch.example/hook");
    keys.put("caseclock.webhooks.watch.secret", "not-a-real-secret");

    assertThat(channels(keys).all())
        .extracting(one -> one.id() + ":" + one.type().name())
        .containsExactlyInAnyOrder(
            "my-wecom:wecom",
            "my-dingtalk:dingtalk",
            "my-feishu:feishu",
            "my-sms:sms",
            "my-webhook:webhook",
            "watch:webhook");
    assertThat(channels(keys).subscribers(List.of("D0102")))
        .extracting(ConfiguredChannel::id)
        .containsExactlyInAnyOrder("watch", "my-webhook");
  }

  @Test
  void robots_keep_to_the_published_rate_and_others_to_a_configured_one() {
    var keys = new HashMap<>(channel("wecom", URL));
    keys.putAll(
        Map.of(
            "caseclock.channels.fast.kind", "feishu",
            "caseclock.channels.fast.url", URL,
            "caseclock.channels.fast.per-minute", "100",
            "caseclock.channels.hook.kind", "webhook",
            "caseclock.channels.hook.url", URL,
            "caseclock.channels.hook.secret", "not-a-real-secret"));
    Map<String, Object> rates = new HashMap<>();
    channels(keys).all().forEach(one -> rates.put(one.id(), one.perMinute().orElse(0)));

    assertThat(rates)
        .containsOnly(Map.entry("x", 20), Map.entry("fast", 100), Map.entry("hook", 0));
  }

  @Test
  void what_cannot_be_meant_stops_the_start_and_names_the_key_but_no_secret() {
    refused(channel("wecom", "ftp://robot.example/not-a-real-key"), "https://");
    refused(channel("email", URL), "caseclock.email");
    assertThatThrownBy(() -> channels(channel("in-app", URL)))
        .hasMessage(
            "caseclock.channels.x.kind is one of [dingtalk, email, feishu, sms, webhook, wecom]");
    refused(channel("sms", URL), "template");
    refused(channel("webhook", URL), "secret");
    var template = new HashMap<>(channel("sms", URL));
    template.put("caseclock.channels.x.template", "{name}");
    refused(template, "{name}");
    var pattern = new HashMap<>(channel("sms", URL));
    pattern.put("caseclock.channels.x.template", "{to}");
    pattern.put("caseclock.channels.x.success-pattern", "(");
    refused(pattern, "Unclosed group");
    refused(channel("wecom"), "needs a url");
    assertThatThrownBy(
            () -> channels(Map.of("caseclock.webhooks.watch.url", "https://watch.example/hook")))
        .hasMessage("caseclock.webhooks.watch: a webhook needs a secret");
  }

  private static Map<String, String> channel(String kind) {
    return Map.of("caseclock.channels.x.kind", kind);
  }

  private static Map<String, String> channel(String kind, String url) {
    return Map.of("caseclock.channels.x.kind", kind, "caseclock.channels.x.url", url);
  }

  private static void refused(Map<String, String> keys, String why) {
    assertThatThrownBy(() -> channels(keys))
        .hasMessageStartingWith("caseclock.channels.x: ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("not-a-real");
  }

  /** E-mail is not enabled and no circuit is asked for: what they need is never used. */
  @SuppressWarnings("NullAway")
  private static Channels channels(Map<String, String> keys) {
    var config = config(keys);
    var wiring = new ChannelWiring();
    var text = wiring.pushText(config, new MessageTexts(ZoneId.of("Asia/Shanghai")));
    var posters = wiring.posters(config, VERTX.get());
    InstantSource clock = () -> Instant.EPOCH;
    List<ChannelType> types =
        List.of(
            new RobotChannelType.Wecom(text, posters, clock),
            new RobotChannelType.Dingtalk(text, posters, clock),
            new RobotChannelType.Feishu(text, posters, clock),
            new SmsChannelType(text, posters),
            new WebhookChannelType(wiring.webhookReceivers(config), text, posters, clock),
            new EmailChannelType(wiring.emailSettings(config), text, null, null));
    return wiring.channels(types, config, null, clock, new BatchCache());
  }

  private static NotifyConfig config(Map<String, String> keys) {
    return new SmallRyeConfigBuilder()
        .withMapping(NotifyConfig.class)
        .withSources(new PropertiesConfigSource(keys, "test", 500))
        .addDiscoveredConverters()
        .build()
        .getConfigMapping(NotifyConfig.class);
  }
}
