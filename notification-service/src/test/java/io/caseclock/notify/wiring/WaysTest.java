package io.caseclock.notify.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.message.MessageTexts;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaysTest {

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

    assertThat(ways(keys).all().stream().map(e -> e.channel().id() + ":" + e.channel().kind()))
        .containsExactlyInAnyOrder(
            "my-wecom:WECOM",
            "my-dingtalk:DINGTALK",
            "my-feishu:FEISHU",
            "my-sms:SMS",
            "my-webhook:WEBHOOK",
            "watch:WEBHOOK");
    assertThat(Ways.receivers(config(keys)).stream().map(receiver -> receiver.name()))
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
    var ways = ways(keys);
    Map<String, Object> rates = new HashMap<>();
    ways.all().forEach(e -> rates.put(e.channel().id(), ways.perMinute(e.channel()).orElse(0)));

    assertThat(rates)
        .containsOnly(Map.entry("x", 20), Map.entry("fast", 100), Map.entry("hook", 0));
  }

  @Test
  void what_cannot_be_meant_stops_the_start_and_names_the_key_but_no_secret() {
    refused(channel("wecom", "ftp://robot.example/not-a-real-key"), "https://");
    refused(channel("email", URL), "caseclock.email");
    refused(channel("in-app", URL), "kind is");
    refused(channel("sms", URL), "template");
    refused(channel("webhook", URL), "secret");
    var template = new HashMap<>(channel("sms", URL));
    template.put("caseclock.channels.x.template", "{name}");
    refused(template, "{name}");
    var pattern = new HashMap<>(channel("sms", URL));
    pattern.put("caseclock.channels.x.template", "{to}");
    pattern.put("caseclock.channels.x.success-pattern", "(");
    refused(pattern, "Unclosed group");
    assertThatThrownBy(() -> Ways.receivers(config(channel("webhook", URL))))
        .hasMessage("caseclock.channels.x: a webhook needs a secret");
  }

  private static Map<String, String> channel(String kind, String url) {
    return Map.of("caseclock.channels.x.kind", kind, "caseclock.channels.x.url", url);
  }

  private static void refused(Map<String, String> keys, String why) {
    assertThatThrownBy(() -> ways(keys).all())
        .hasMessageStartingWith("caseclock.channels.x: ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("not-a-real");
  }

  private static Ways ways(Map<String, String> keys) {
    var text =
        new PushText(
            new MessageTexts(ZoneId.of("Asia/Shanghai"))::say,
            URI.create("http://console.example"));
    return new Ways(config(keys), text, () -> Instant.EPOCH);
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
